package io.understudy.compare;

import io.understudy.value.Elements;
import io.understudy.value.Shape;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Compares two maps key by key, whatever the order. The maps' own look-up is not asked, since their
 * notion of equal keys may be another one (a tree map without case, an identity map).
 */
final class MapEntries {
  private MapEntries() {}

  static void walk(
      Walk walk, Shape cs, Object control, Shape ds, Object candidate, @Nullable RuleNode node) {
    if (node != null && !node.renames.isEmpty()) {
      RenamedParts.walk(walk, control, candidate, node, Moves.NONE);
      return;
    }
    Elements mine = cs.elements(control);
    Elements theirs = ds.elements(candidate);
    while (!walk.isEnough()) {
      boolean more = mine.next();
      boolean moreTheirs = theirs.next();
      if (!more && !moreTheirs) {
        return;
      }
      if (!more || !moreTheirs || !isSameKey(mine.key(), theirs.key())) {
        Entries left = taken(mine, more);
        int[] partner = rest(walk, left, taken(theirs, moreTheirs), node);
        if (cs.isOrdered() && ds.isOrdered() && !inOrder(left, partner, node)) {
          walk.differ(DifferenceKind.ORDER, control, candidate);
        }
        return;
      }
      value(walk, mine.key(), mine.value(), theirs.value(), node);
    }
  }

  /** Whether the keys that both maps have come in the same order, as far as they are compared. */
  private static boolean inOrder(Entries mine, int[] partner, @Nullable RuleNode node) {
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

  /** Whether two keys are the same beyond doubt. */
  private static boolean isSameKey(@Nullable Object a, @Nullable Object b) {
    return a == null || b == null ? a == b : Scalars.areSame(a, b);
  }

  private static Entries taken(Elements elements, boolean more) {
    Entries entries = new Entries();
    for (boolean next = more; next; next = elements.next()) {
      entries.add(elements.key(), elements.value());
    }
    return entries;
  }

  private static int[] rest(Walk walk, Entries mine, Entries theirs, @Nullable RuleNode node) {
    int[] partner = partners(walk, mine, theirs);
    boolean[] taken = new boolean[theirs.size()];
    for (int i = 0; i < mine.size(); i++) {
      if (partner[i] >= 0) {
        taken[partner[i]] = true;
        value(walk, mine.keys.get(i), mine.values.get(i), theirs.values.get(partner[i]), node);
      } else {
        walk.trail.key(mine.keys.get(i));
        walk.missing(mine.values.get(i), node == null ? null : node.child(mine.label(i)));
        walk.trail.pop();
      }
    }
    for (int j = 0; j < taken.length; j++) {
      if (!taken[j]) {
        walk.trail.key(theirs.keys.get(j));
        walk.extra(theirs.values.get(j), node == null ? null : node.child(theirs.label(j)));
        walk.trail.pop();
      }
    }
    return partner;
  }

  // The very same keys first: where a map has both 1 and 1L, each goes with its like.
  private static int[] partners(Walk walk, Entries mine, Entries theirs) {
    int[] partner = new int[mine.size()];
    Arrays.fill(partner, -1);
    long[] hashes = Hashes.ofControl(false, null).ofAll(mine.keys.toArray(), null);
    Buckets buckets =
        new Buckets(Hashes.ofCandidate(false, null).ofAll(theirs.keys.toArray(), null));
    for (int i = 0; i < partner.length; i++) {
      Object key = mine.keys.get(i);
      partner[i] = buckets.take(hashes[i], j -> isSameKey(key, theirs.keys.get(j)));
    }
    for (int i = 0; i < partner.length; i++) {
      if (partner[i] < 0) {
        Object key = mine.keys.get(i);
        partner[i] = buckets.take(hashes[i], j -> walk.areEqual(key, theirs.keys.get(j), null));
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
    walk.trail.key(key);
    walk.compare(control, candidate, node == null ? null : node.child(Labels.of(key)));
    walk.trail.pop();
  }
}
