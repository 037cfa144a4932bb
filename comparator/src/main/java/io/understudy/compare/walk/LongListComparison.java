package io.understudy.compare.walk;

import io.understudy.compare.DifferenceKind;
import io.understudy.compare.align.ElementMatching;
import io.understudy.compare.rule.RuleNode;
import io.understudy.value.shape.Elements;
import io.understudy.value.shape.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Aligns lists of any length in windows, so that its memory does not depend on their length. An
 * element that moved is reported as missing at one index and extra at another.
 */
final class LongListComparison {
  private static final int WINDOW = 1 << 14;

  /** Longer lists are not checked for another order. */
  private static final int MAX_REORDERED = 1 << 22;

  private final Walk walk;
  private final @Nullable RuleNode element;
  private final Elements controls;
  private final Elements candidates;
  private final List<@Nullable Object> controlWindow = new ArrayList<>();
  private final List<@Nullable Object> candidateWindow = new ArrayList<>();
  private int from;
  private int candidateFrom;

  private LongListComparison(
      Walk walk, Elements controls, Elements candidates, @Nullable RuleNode element) {
    this.walk = walk;
    this.controls = controls;
    this.candidates = candidates;
    this.element = element;
  }

  /**
   * Replaces the differences that were found by index, if an alignment is better.
   *
   * @param before the checkpoint before the comparison by index
   */
  static void report(
      Walk walk,
      WalkCheckpoint before,
      Shape cs,
      Object control,
      Shape ds,
      Object candidate,
      @Nullable RuleNode node) {
    RuleNode element = node == null ? null : node.element();
    long foundByIndex = before.foundSince();
    before.undo();
    if (isReordered(walk, cs, control, ds, candidate, element)) {
      walk.reportDifference(DifferenceKind.ORDER, control, candidate);
      return;
    }
    new LongListComparison(walk, cs.elements(control), ds.elements(candidate), element).align();
    if (before.foundSince() > foundByIndex) {
      before.undo();
      ListComparison.compareByIndex(walk, cs, control, ds, candidate, node);
    }
  }

  private static boolean isReordered(
      Walk walk, Shape cs, Object control, Shape ds, Object candidate, @Nullable RuleNode element) {
    int size = cs.size(control);
    return size == ds.size(candidate)
        && size <= MAX_REORDERED
        && ListPermutation.sum(
                cs, control, few(walk, RuleHashes.ofControl(true, walk.ids)), element)
            == ListPermutation.sum(
                ds, candidate, few(walk, RuleHashes.ofCandidate(true, walk.ids)), element)
        && ListPermutation.of(
                walk,
                MultisetComparison.elements(walk, cs, control),
                MultisetComparison.elements(walk, ds, candidate),
                element)
            != null;
  }

  /** Returns hashes of few levels; they only show that two lists have other elements. */
  private static RuleHashes few(Walk walk, RuleHashes hashes) {
    return hashes.within(walk.budget, Math.min(walk.hashedLevels, 2));
  }

  private void align() {
    while (fill(controlWindow, controls) | fill(candidateWindow, candidates)) {
      @Nullable Object[] allControls = controlWindow.toArray();
      @Nullable Object[] allCandidates = candidateWindow.toArray();
      long[][] hashes =
          RuleHashes.ofBoth(walk, true, walk.ids, allControls, allCandidates, element);
      long[] a = hashes[0];
      long[] b = hashes[1];
      ElementMatching matching =
          ElementMatching.inOrder(
              a,
              b,
              (missing, extra) ->
                  PartHashes.similarPairs(
                      walk, allControls, missing, allCandidates, extra, element));
      boolean isLast = allControls.length < WINDOW && allCandidates.length < WINDOW;
      int last = isLast ? -1 : matching.lastEqual(a, b);
      int end = last < 0 ? allControls.length : last + 1;
      int candidateEnd = last < 0 ? allCandidates.length : matching.partner[last] + 1;
      new EditScript(
              walk,
              Arrays.copyOf(allControls, end),
              from,
              Arrays.copyOf(allCandidates, candidateEnd),
              candidateFrom,
              EditScript.ElementExplanations.UNEXPLAINED,
              element)
          .report(matching.upTo(end));
      controlWindow.subList(0, end).clear();
      candidateWindow.subList(0, candidateEnd).clear();
      from += end;
      candidateFrom += candidateEnd;
    }
  }

  /** Fills a window with the next elements; returns whether it contains any. */
  private static boolean fill(List<@Nullable Object> window, Elements from) {
    while (window.size() < WINDOW && from.next()) {
      window.add(from.value());
    }
    return !window.isEmpty();
  }
}
