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
    Elements mine = cs.elements(control);
    Elements theirs = ds.elements(candidate);
    if (node != null && node.appliesToKeys()) {
      rest(walk, taken(mine, mine.next()), taken(theirs, theirs.next()), node);
      return;
    }
    while (!walk.isLimitReached()) {
      boolean more = mine.next();
      boolean moreTheirs = theirs.next();
      if (!more && !moreTheirs) {
        return;
      }
      if (!more || !moreTheirs || !isSameKey(mine.key(), theirs.key())) {
        EntryList left = taken(mine, more);
        int[] partner = rest(walk, left, taken(theirs, moreTheirs), node);
        if (cs.isOrdered() && ds.isOrdered() && !inOrder(left, partner, node)) {
          walk.reportDifference(DifferenceKind.ORDER, control, candidate);
        }
        return;
      }
      value(walk, mine.key(), mine.value(), theirs.value(), node);
    }
  }

  /** Whether the keys that both maps have are in the same order, as far as they are compared. */
  private static boolean inOrder(EntryList mine, int[] partner, @Nullable RuleNode node) {
    int last = -1;
    for (int i = 0; i < partner.length; i++) {
      boolean counts =
          node == null || !(node.unordered || RuleNode.ignores(node.child(mine.label(i))));
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

  private static EntryList taken(Elements elements, boolean more) {
    EntryList entries = new EntryList();
    for (boolean next = more; next; next = elements.next()) {
      entries.add(elements.key(), elements.value());
    }
    return entries;
  }

  private static int[] rest(Walk walk, EntryList mine, EntryList theirs, @Nullable RuleNode node) {
    int[] partner = partners(walk, mine, theirs, node);
    boolean[] taken = new boolean[theirs.size()];
    for (int i = 0; i < mine.size(); i++) {
      if (partner[i] >= 0) {
        taken[partner[i]] = true;
        value(walk, mine.keys.get(i), mine.values.get(i), theirs.values.get(partner[i]), node);
      } else {
        walk.trail.pushKey(mine.keys.get(i));
        AbsentParts.missing(
            walk, mine.values.get(i), node == null ? null : node.child(mine.label(i)), node);
        walk.trail.pop();
      }
    }
    for (int j = 0; j < taken.length; j++) {
      if (!taken[j]) {
        walk.trail.pushKey(theirs.keys.get(j));
        AbsentParts.extra(
            walk, theirs.values.get(j), node == null ? null : node.child(theirs.label(j)), node);
        walk.trail.pop();
      }
    }
    return partner;
  }

  // Keys of the same class first: where a map has both 1 and 1L, each gets the partner of its
  // class.
  private static int[] partners(
      Walk walk, EntryList mine, EntryList theirs, @Nullable RuleNode node) {
    int[] partner = new int[mine.size()];
    Arrays.fill(partner, -1);
    @Nullable Object[] keys = mine.keys(node, false, walk.mode);
    @Nullable Object[] others = theirs.keys(node, true, walk.mode);
    long[] hashes = RuleHashes.ofControl(false, null).ofAll(keys, null);
    HashBuckets buckets = new HashBuckets(RuleHashes.ofCandidate(false, null).ofAll(others, null));
    for (int i = 0; node != null && i < partner.length; i++) {
      int at = i;
      partner[i] =
          buckets.take(
              hashes[i],
              j ->
                  isSameKey(mine.keys.get(at), theirs.keys.get(j))
                      && isSameKey(keys[at], others[j]));
    }
    for (int i = 0; i < partner.length; i++) {
      Object key = keys[i];
      if (partner[i] < 0) {
        partner[i] = buckets.take(hashes[i], j -> isSameKey(key, others[j]));
      }
    }
    for (int i = 0; i < partner.length; i++) {
      Object key = keys[i];
      if (partner[i] < 0) {
        partner[i] = buckets.take(hashes[i], j -> walk.trials.areEqual(key, others[j], null));
      }
      if (node != null && partner[i] >= 0) {
        node.countKeyRules(mine.keys.get(i), theirs.keys.get(partner[i]), walk.hits);
      }
    }
    return partner;
  }

  private static void value(
      Walk walk,
      @Nullable Object key,
      @Nullable Object control,
      @Nullable Object candidate,
      @Nullable RuleNode node) {
    walk.trail.pushKey(key);
    walk.compare(control, candidate, node == null ? null : node.child(KeyLabel.of(key)));
    walk.trail.pop();
  }
}
