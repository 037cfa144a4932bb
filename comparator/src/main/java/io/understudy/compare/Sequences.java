package io.understudy.compare;

import io.understudy.value.Elements;
import io.understudy.value.Shape;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Compares lists and arrays in order. Element by element as long as that finds at most one
 * difference; otherwise it looks for the one cause of many: the same elements in another order, or
 * some inserted or removed.
 */
final class Sequences {
  /** Longer lists are compared element by element only. */
  private static final int LONGEST = 100_000;

  private Sequences() {}

  static void walk(
      Walk walk, Shape cs, Object control, Shape ds, Object candidate, @Nullable RuleNode node) {
    if (node == null && areSameArrays(cs.primitives(control), ds.primitives(candidate))) {
      return;
    }
    Findings.Mark found = walk.mark();
    int put = walk.put();
    int met = walk.met();
    int paired = walk.ids == null ? 0 : walk.ids.mark();
    long differing = stepByStep(walk, cs.elements(control), ds.elements(candidate), node);
    boolean isShort = cs.size(control) <= LONGEST && ds.size(candidate) <= LONGEST;
    // A rule for one index means that places matter; and what is accepted place by place needs no
    // other account.
    boolean isPlain = (node != null && node.indexed) || walk.isAccepted(found);
    if (differing > 1 && isShort && walk.isListing() && !isPlain) {
      @Nullable Object[] mine = Multisets.elements(cs, control);
      @Nullable Object[] theirs = Multisets.elements(ds, candidate);
      RuleNode element = node == null ? null : node.element();
      long[] a = Hashes.ofControl(true, walk.ids).ofAll(mine, element);
      long[] b = Hashes.ofCandidate(true, walk.ids).ofAll(theirs, element);
      if (isReordered(walk, mine, a, theirs, b, element)) {
        walk.undo(found, put, met, paired);
        walk.differ(DifferenceKind.ORDER, control, candidate);
        return;
      }
      int[] partner = Alignment.of(a, b);
      if (Gaps.size(partner, theirs.length) < differing) {
        walk.undo(found, put, met, paired);
        Gaps.state(walk, mine, theirs, partner, element);
      }
    }
  }

  private static boolean areSameArrays(@Nullable Object mine, @Nullable Object theirs) {
    return mine != null && theirs != null && Objects.deepEquals(mine, theirs);
  }

  /** Compares by place; gives the number of places that differ. */
  private static long stepByStep(
      Walk walk, Elements mine, Elements theirs, @Nullable RuleNode node) {
    boolean indexed = node != null && node.indexed;
    RuleNode element = node == null ? null : node.element();
    long differing = 0;
    for (int i = 0; !walk.isEnough(); i++) {
      boolean more = mine.next();
      boolean moreTheirs = theirs.next();
      if (!more && !moreTheirs) {
        break;
      }
      if (node != null && indexed) {
        element = node.child(Integer.toString(i));
      }
      long before = walk.found();
      walk.trail.index(i);
      if (more && moreTheirs) {
        walk.compare(mine.value(), theirs.value(), element);
      } else if (more) {
        walk.missing(mine.value(), element);
      } else {
        walk.extra(theirs.value(), element);
      }
      walk.trail.pop();
      differing += walk.found() > before ? 1 : 0;
    }
    return differing;
  }

  private static boolean isReordered(
      Walk walk,
      @Nullable Object[] mine,
      long[] a,
      @Nullable Object[] theirs,
      long[] b,
      @Nullable RuleNode element) {
    if (a.length != b.length || sum(a) != sum(b)) {
      return false;
    }
    try {
      Pairing pairing = Pairing.of(walk, mine, theirs, element);
      for (int i = 0; i < mine.length; i++) {
        int j = pairing.partner[i];
        if (j < 0 || (pairing.likely[i] && !walk.areEqual(mine[i], theirs[j], element))) {
          return false;
        }
      }
      return true;
    } catch (Pairing.TooMany tooMany) {
      return false;
    }
  }

  /** The same for the same hashes in any order. */
  private static long sum(long[] hashes) {
    long sum = 0;
    for (long hash : hashes) {
      sum += hash * (hash | 1);
    }
    return sum;
  }
}
