package io.understudy.compare.walk;

import io.understudy.compare.DifferenceKind;
import io.understudy.compare.KeyLabel;
import io.understudy.compare.ScalarComparison;
import io.understudy.compare.align.HashBuckets;
import io.understudy.compare.rule.RuleNode;
import io.understudy.value.shape.Elements;
import io.understudy.value.shape.Shape;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Compares two maps key by key, in any order. It does not call the maps' own look-up, since a map
 * may define equal keys in another way (a tree map that ignores case, an identity map).
 */
final class MapComparison {
  private MapComparison() {}

  static void compare(
      Walk walk, Shape cs, Object control, Shape ds, Object candidate, @Nullable RuleNode node) {
    if (node != null && !node.renames.isEmpty()) {
      RenamedPartsComparison.compare(walk, control, candidate, node, MovedParts.NONE);
      return;
    }
    Elements controls = cs.elements(control);
    Elements candidates = ds.elements(candidate);
    if (node != null && node.appliesToKeys()) {
      compareByKey(
          walk,
          remaining(controls, controls.next()),
          remaining(candidates, candidates.next()),
          node);
      return;
    }
    while (!walk.isLimitReached()) {
      boolean hasControl = controls.next();
      boolean hasCandidate = candidates.next();
      if (!hasControl && !hasCandidate) {
        return;
      }
      if (!hasControl || !hasCandidate || !isSameKey(controls.key(), candidates.key())) {
        EntryList rest = remaining(controls, hasControl);
        int[] partner = compareByKey(walk, rest, remaining(candidates, hasCandidate), node);
        if (cs.isOrdered() && ds.isOrdered() && !inOrder(rest, partner, node)) {
          walk.reportDifference(DifferenceKind.ORDER, control, candidate);
        }
        return;
      }
      compareValue(walk, controls.key(), controls.value(), candidates.value(), node);
    }
  }

  /** Whether the keys that both maps have are in the same order, as far as they are compared. */
  private static boolean inOrder(EntryList controls, int[] partner, @Nullable RuleNode node) {
    int last = -1;
    for (int i = 0; i < partner.length; i++) {
      boolean counts =
          node == null || !(node.unordered || RuleNode.ignores(node.child(controls.label(i))));
      if (partner[i] >= 0 && counts) {
        if (partner[i] < last) {
          return false;
        }
        last = partner[i];
      }
    }
    return true;
  }

  /** Whether two keys are the same value of the same class. */
  private static boolean isSameKey(@Nullable Object a, @Nullable Object b) {
    return a == null || b == null ? a == b : ScalarComparison.areSame(a, b);
  }

  private static EntryList remaining(Elements elements, boolean hasEntry) {
    EntryList entries = new EntryList();
    for (boolean next = hasEntry; next; next = elements.next()) {
      entries.add(elements.key(), elements.value());
    }
    return entries;
  }

  private static int[] compareByKey(
      Walk walk, EntryList controls, EntryList candidates, @Nullable RuleNode node) {
    int[] partner = partners(walk, controls, candidates, node);
    boolean[] taken = new boolean[candidates.size()];
    for (int i = 0; i < controls.size(); i++) {
      if (partner[i] >= 0) {
        taken[partner[i]] = true;
        compareValue(
            walk,
            controls.keys.get(i),
            controls.values.get(i),
            candidates.values.get(partner[i]),
            node);
      } else {
        walk.steps.pushKey(controls.keys.get(i));
        AbsentParts.missing(
            walk,
            controls.values.get(i),
            node == null ? null : node.child(controls.label(i)),
            node);
        walk.steps.pop();
      }
    }
    for (int j = 0; j < taken.length; j++) {
      if (!taken[j]) {
        walk.steps.pushKey(candidates.keys.get(j));
        AbsentParts.extra(
            walk,
            candidates.values.get(j),
            node == null ? null : node.child(candidates.label(j)),
            node);
        walk.steps.pop();
      }
    }
    return partner;
  }

  // Keys of the same class first: where a map has both 1 and 1L, each gets the partner of its
  // class.
  private static int[] partners(
      Walk walk, EntryList controls, EntryList candidates, @Nullable RuleNode node) {
    int[] partner = new int[controls.size()];
    Arrays.fill(partner, -1);
    @Nullable Object[] keys = controls.keys(node, false, walk.mode);
    @Nullable Object[] candidateKeys = candidates.keys(node, true, walk.mode);
    long[] hashes = RuleHashes.ofControl(false, null).ofAll(keys, null);
    HashBuckets buckets =
        new HashBuckets(RuleHashes.ofCandidate(false, null).ofAll(candidateKeys, null));
    for (int i = 0; node != null && i < partner.length; i++) {
      int at = i;
      partner[i] =
          buckets.take(
              hashes[i],
              j ->
                  isSameKey(controls.keys.get(at), candidates.keys.get(j))
                      && isSameKey(keys[at], candidateKeys[j]));
    }
    for (int i = 0; i < partner.length; i++) {
      Object key = keys[i];
      if (partner[i] < 0) {
        partner[i] = buckets.take(hashes[i], j -> isSameKey(key, candidateKeys[j]));
      }
    }
    for (int i = 0; i < partner.length; i++) {
      Object key = keys[i];
      if (partner[i] < 0) {
        partner[i] =
            buckets.take(hashes[i], j -> walk.trials.areEqual(key, candidateKeys[j], null));
      }
      if (node != null && partner[i] >= 0) {
        node.countKeyRules(controls.keys.get(i), candidates.keys.get(partner[i]), walk.hits);
      }
    }
    return partner;
  }

  private static void compareValue(
      Walk walk,
      @Nullable Object key,
      @Nullable Object control,
      @Nullable Object candidate,
      @Nullable RuleNode node) {
    walk.steps.pushKey(key);
    walk.compare(control, candidate, node == null ? null : node.child(KeyLabel.of(key)));
    walk.steps.pop();
  }
}
