package io.understudy.compare.walk;

import io.understudy.compare.DifferenceKind;
import io.understudy.compare.KeyLabel;
import io.understudy.compare.ScalarComparison;
import io.understudy.compare.align.HashBuckets;
import io.understudy.compare.rule.RuleNode;
import io.understudy.value.shape.Elements;
import io.understudy.value.shape.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
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
    if (node != null && node.appliesToKeys()) {
      compareByKey(walk, entries(walk, cs, control), entries(walk, ds, candidate), node);
      return;
    }
    DifferenceCollector.Mark mark = walk.mark();
    long found = walk.differenceCount();
    int deferred = walk.deferredCount();
    int pairs = walk.history.mark();
    int ids = walk.ids == null ? 0 : walk.ids.mark();
    int hits = walk.hits.mark();
    compareInOrder(walk, cs, control, ds, candidate, node);
    if ((walk.differenceCount() > found || walk.deferredCount() > deferred)
        && (hasEqualKeys(cs, control) || hasEqualKeys(ds, candidate))) {
      // Entries in the same order need not be partners: any entry with this key may be.
      walk.undo(mark, deferred, pairs, ids);
      walk.hits.truncate(hits);
      compareByKey(walk, entries(walk, cs, control), entries(walk, ds, candidate), node);
    }
  }

  /** Whether a map has the same scalar twice as a key, like an identity map. */
  private static boolean hasEqualKeys(Shape shape, Object map) {
    Set<Object> keys = new HashSet<>();
    Elements all = shape.elements(map);
    while (all.next()) {
      Object key = all.key();
      if (key != null && ScalarComparison.areSame(key, key) && !keys.add(key)) {
        return true;
      }
    }
    return false;
  }

  private static void compareInOrder(
      Walk walk, Shape cs, Object control, Shape ds, Object candidate, @Nullable RuleNode node) {
    Elements controls = cs.elements(control);
    Elements candidates = ds.elements(candidate);
    while (!walk.isLimitReached()) {
      boolean hasControl = controls.next();
      boolean hasCandidate = candidates.next();
      if (!hasControl && !hasCandidate) {
        return;
      }
      if (!hasControl || !hasCandidate || !areSame(controls.key(), candidates.key())) {
        EntryList rest = remaining(walk, controls, hasControl, cs.size(control));
        EntryList others = remaining(walk, candidates, hasCandidate, ds.size(candidate));
        int[] partner = compareByKey(walk, rest, others, node);
        if (cs.isOrdered() && ds.isOrdered() && !inOrder(rest, partner, node)) {
          walk.reportDifference(DifferenceKind.ORDER, control, candidate);
        }
        return;
      }
      compareValue(walk, controls.key(), controls.value(), candidates.value(), node);
    }
  }

  private static boolean areSame(@Nullable Object a, @Nullable Object b) {
    return a == null || b == null ? a == b : ScalarComparison.areSame(a, b);
  }

  private static EntryList entries(Walk walk, Shape shape, Object map) {
    Elements all = shape.elements(map);
    return remaining(walk, all, all.next(), shape.size(map));
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

  private static EntryList remaining(Walk walk, Elements elements, boolean hasEntry, int size) {
    EntryList entries = new EntryList();
    for (boolean next = hasEntry; next; next = elements.next()) {
      walk.budget.take(entries.size() < size ? 1 : MultisetComparison.STEPS_BEYOND_SIZE);
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

  /** Returns for each entry of the control the candidate's entry with an equal key, or -1. */
  private static int[] partners(
      Walk walk, EntryList controls, EntryList candidates, @Nullable RuleNode node) {
    int[] partner = new int[controls.size()];
    Arrays.fill(partner, -1);
    @Nullable Object[] keys = controls.keys(node, false, walk.mode);
    @Nullable Object[] candidateKeys = candidates.keys(node, true, walk.mode);
    long[][] hashes = RuleHashes.ofBoth(walk, false, null, keys, candidateKeys, null);
    HashBuckets buckets = new HashBuckets(hashes[0]);
    HashBuckets candidateBuckets = new HashBuckets(hashes[1]);
    List<Integer> ambiguous = new ArrayList<>(0);
    for (int i = 0; i < partner.length; i++) {
      Object key = keys[i];
      int equal = candidateBuckets.countUpTo2(hashes[0][i]);
      if (equal == 1 && buckets.countUpTo2(hashes[0][i]) == 1) {
        partner[i] =
            candidateBuckets.take(
                hashes[0][i], j -> walk.trials.areEqual(key, candidateKeys[j], null));
      } else if (equal > 0) {
        ambiguous.add(i);
      }
    }
    if (!ambiguous.isEmpty()) {
      List<Integer> others = new ArrayList<>();
      for (int j = 0; j < candidateKeys.length; j++) {
        if (buckets.countUpTo2(hashes[1][j]) > 0) {
          others.add(j);
        }
      }
      others.removeAll(Arrays.stream(partner).boxed().collect(Collectors.toSet()));
      new EqualKeys(walk, controls, candidates, node, partner)
          .pairByClass(
              ambiguous,
              MultisetComparison.elementsAt(keys, ambiguous),
              others,
              MultisetComparison.elementsAt(candidateKeys, others));
    }
    for (int i = 0; node != null && i < partner.length; i++) {
      if (partner[i] >= 0) {
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
