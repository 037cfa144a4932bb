package io.understudy.compare.walk;

import io.understudy.compare.DifferenceKind;
import io.understudy.compare.align.ElementMatching;
import io.understudy.compare.align.LongestIncreasingSubsequence;
import io.understudy.compare.align.Similarity;
import io.understudy.compare.explain.Explanations;
import io.understudy.compare.rule.RuleNode;
import io.understudy.value.shape.Shape;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reports the differences of two lists by a matching of their elements, if that gives fewer
 * differences than a comparison by index.
 */
final class ListRealignment {
  private final Walk walk;
  private final WalkCheckpoint before;
  private final @Nullable RuleNode element;
  private final @Nullable Object[] mine;
  private final @Nullable Object[] theirs;
  private final long[] a;
  private final long[] b;

  private ListRealignment(
      Walk walk,
      WalkCheckpoint before,
      @Nullable Object[] mine,
      @Nullable Object[] theirs,
      @Nullable RuleNode element) {
    this.walk = walk;
    this.before = before;
    this.element = element;
    this.mine = mine;
    this.theirs = theirs;
    this.a = RuleHashes.ofControl(true, walk.ids).ofAll(mine, element);
    this.b = RuleHashes.ofCandidate(true, walk.ids).ofAll(theirs, element);
  }

  /**
   * Replaces the differences that were found by index, if a matching is better; returns whether it
   * did.
   *
   * @param before the checkpoint before the comparison by index
   * @param differing the number of indexes that differ
   * @param found the number of differences found by index
   */
  static boolean report(
      Walk walk,
      WalkCheckpoint before,
      long differing,
      long found,
      Shape cs,
      Object control,
      Shape ds,
      Object candidate,
      @Nullable RuleNode element) {
    @Nullable Object[] mine = MultisetComparison.elements(cs, control);
    @Nullable Object[] theirs = MultisetComparison.elements(ds, candidate);
    return new ListRealignment(walk, before, mine, theirs, element)
        .report(differing, found, control, candidate);
  }

  private boolean report(long differing, long found, Object control, Object candidate) {
    int[] order = ListPermutation.of(walk, mine, a, theirs, b, element);
    if (order != null) {
      before.undo();
      order(order, control, candidate);
      return true;
    }
    if (element != null && element.tolerant) {
      return reportTolerant(found, control, candidate);
    }
    ElementMatching matching = ElementMatching.of(a, b, this::similarPairs, null);
    boolean better = matching.size < differing;
    boolean asGood = mine.length != theirs.length && matching.ordered;
    boolean told = better || (asGood && matching.size == differing);
    if (told) {
      state(matching, control, candidate);
    }
    return told;
  }

  /**
   * Under a tolerance, hashes do not give the number of differences, so it reports first and counts
   * then.
   */
  private boolean reportTolerant(long found, Object control, Object candidate) {
    boolean telling = 2 * Arrays.stream(a).distinct().count() > a.length;
    ElementMatching matching =
        telling
            ? ElementMatching.of(a, b, this::similarPairs, null)
            : ElementMatching.of(
                RuleHashes.ofControl(false, walk.ids).ofAll(mine, element),
                RuleHashes.ofCandidate(false, walk.ids).ofAll(theirs, element),
                this::similarPairs,
                this::areNear);
    state(matching, control, candidate);
    if (before.foundSince() < found) {
      return true;
    }
    before.undo();
    return false;
  }

  private List<Similarity.Pair> similarPairs(List<Integer> missing, List<Integer> extra) {
    return PartHashes.similarPairs(mine, missing, theirs, extra, element);
  }

  private boolean areNear(int i, int j) {
    try {
      return walk.trials.areEqual(mine[i], theirs[j], element);
    } catch (MultisetPairing.TooMany tooMany) {
      return false;
    }
  }

  private void state(ElementMatching matching, Object control, Object candidate) {
    before.undo();
    if (!matching.ordered) {
      order(matching.partner, control, candidate);
    }
    EditScript.Surplus surplus =
        new SurplusExplanations(SurplusExplanations.isBeginning(matching, a, b), a, b);
    new EditScript(walk, mine, 0, theirs, 0, surplus, element).report(matching);
  }

  private void order(int[] partner, Object control, Object candidate) {
    walk.reportDifference(
        DifferenceKind.ORDER,
        control,
        candidate,
        Explanations.ofOrder(LongestIncreasingSubsequence.ranks(partner), mine, theirs));
  }
}
