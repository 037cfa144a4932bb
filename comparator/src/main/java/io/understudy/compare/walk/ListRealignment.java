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
  private final @Nullable Object[] controls;
  private final @Nullable Object[] candidates;
  private final long[] a;
  private final long[] b;

  private ListRealignment(
      Walk walk,
      WalkCheckpoint before,
      @Nullable Object[] controls,
      @Nullable Object[] candidates,
      @Nullable RuleNode element) {
    this.walk = walk;
    this.before = before;
    this.element = element;
    this.controls = controls;
    this.candidates = candidates;
    long[][] hashes = RuleHashes.ofBoth(walk, true, walk.ids, controls, candidates, element);
    this.a = hashes[0];
    this.b = hashes[1];
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
    @Nullable Object[] controls = MultisetComparison.elements(walk, cs, control);
    @Nullable Object[] candidates = MultisetComparison.elements(walk, ds, candidate);
    return new ListRealignment(walk, before, controls, candidates, element)
        .report(differing, found, control, candidate);
  }

  private boolean report(long differing, long found, Object control, Object candidate) {
    int[] order = ListPermutation.of(walk, controls, a, candidates, b, element);
    if (order != null) {
      before.undo();
      reportOrder(order, control, candidate);
      return true;
    }
    if (element != null && element.tolerant) {
      return reportTolerant(found, control, candidate);
    }
    ElementMatching matching = ElementMatching.of(a, b, this::similarPairs, null);
    boolean better = matching.size < differing;
    boolean asGood = controls.length != candidates.length && matching.ordered;
    boolean isReported = better || (asGood && matching.size == differing);
    if (isReported) {
      reportMatching(matching, control, candidate);
    }
    return isReported;
  }

  /**
   * Under a tolerance, hashes do not give the number of differences, so it reports first and counts
   * then.
   */
  private boolean reportTolerant(long found, Object control, Object candidate) {
    boolean isDistinctive = 2 * Arrays.stream(a).distinct().count() > a.length;
    long[][] strict =
        isDistinctive
            ? new long[][] {a, b}
            : RuleHashes.ofBoth(walk, false, walk.ids, controls, candidates, element);
    ElementMatching matching =
        ElementMatching.of(
            strict[0],
            strict[1],
            this::similarPairs,
            isDistinctive ? null : this::areTolerantlyEqual);
    reportMatching(matching, control, candidate);
    if (before.foundSince() < found) {
      return true;
    }
    before.undo();
    return false;
  }

  private List<Similarity.Pair> similarPairs(List<Integer> missing, List<Integer> extra) {
    return PartHashes.similarPairs(walk, controls, missing, candidates, extra, element);
  }

  private boolean areTolerantlyEqual(int i, int j) {
    try {
      return walk.trials.areEqual(controls[i], candidates[j], element);
    } catch (MultisetPairing.TooManyTrials tooMany) {
      return false;
    }
  }

  private void reportMatching(ElementMatching matching, Object control, Object candidate) {
    before.undo();
    if (!matching.ordered) {
      reportOrder(matching.partner, control, candidate);
    }
    EditScript.ElementExplanations explanations =
        new SurplusExplanations(SurplusExplanations.isPrefix(matching, a, b), a, b);
    new EditScript(walk, controls, 0, candidates, 0, explanations, element).report(matching);
  }

  private void reportOrder(int[] partner, Object control, Object candidate) {
    walk.reportDifference(
        DifferenceKind.ORDER,
        control,
        candidate,
        Explanations.ofOrder(LongestIncreasingSubsequence.ranks(partner), controls, candidates));
  }
}
