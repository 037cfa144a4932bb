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
  private static final int MOST_REORDERED = 1 << 22;

  private final Walk walk;
  private final @Nullable RuleNode element;
  private final Elements mine;
  private final Elements theirs;
  private final List<@Nullable Object> window = new ArrayList<>();
  private final List<@Nullable Object> theirWindow = new ArrayList<>();
  private int from;
  private int fromTheirs;

  private LongListComparison(
      Walk walk, Elements mine, Elements theirs, @Nullable RuleNode element) {
    this.walk = walk;
    this.mine = mine;
    this.theirs = theirs;
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
    long byPlace = before.foundSince();
    before.undo();
    if (isReordered(walk, cs, control, ds, candidate, element)) {
      walk.reportDifference(DifferenceKind.ORDER, control, candidate);
      return;
    }
    new LongListComparison(walk, cs.elements(control), ds.elements(candidate), element).align();
    if (before.foundSince() > byPlace) {
      before.undo();
      ListComparison.byPlace(walk, cs.elements(control), ds.elements(candidate), node);
    }
  }

  private static boolean isReordered(
      Walk walk, Shape cs, Object control, Shape ds, Object candidate, @Nullable RuleNode element) {
    int size = cs.size(control);
    return size == ds.size(candidate)
        && size <= MOST_REORDERED
        && ListPermutation.sum(cs, control, RuleHashes.ofControl(true, walk.ids), element)
            == ListPermutation.sum(ds, candidate, RuleHashes.ofCandidate(true, walk.ids), element)
        && ListPermutation.of(
                walk,
                MultisetComparison.elements(cs, control),
                MultisetComparison.elements(ds, candidate),
                element)
            != null;
  }

  private void align() {
    while (fill(window, mine) | fill(theirWindow, theirs)) {
      @Nullable Object[] all = window.toArray();
      @Nullable Object[] allTheirs = theirWindow.toArray();
      long[] a = RuleHashes.ofControl(true, walk.ids).ofAll(all, element);
      long[] b = RuleHashes.ofCandidate(true, walk.ids).ofAll(allTheirs, element);
      ElementMatching matching =
          ElementMatching.inOrder(
              a,
              b,
              (missing, extra) -> PartHashes.similarPairs(all, missing, allTheirs, extra, element));
      boolean isLast = all.length < WINDOW && allTheirs.length < WINDOW;
      int last = isLast ? -1 : matching.lastEqual(a, b);
      int end = last < 0 ? all.length : last + 1;
      int endOfTheirs = last < 0 ? allTheirs.length : matching.partner[last] + 1;
      new EditScript(
              walk,
              Arrays.copyOf(all, end),
              from,
              Arrays.copyOf(allTheirs, endOfTheirs),
              fromTheirs,
              EditScript.Surplus.UNEXPLAINED,
              element)
          .report(matching.upTo(end));
      window.subList(0, end).clear();
      theirWindow.subList(0, endOfTheirs).clear();
      from += end;
      fromTheirs += endOfTheirs;
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
