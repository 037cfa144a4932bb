package io.understudy.compare.walk;

import io.understudy.compare.align.ElementMatching;
import io.understudy.compare.explain.Explanation;
import io.understudy.compare.rule.RuleNode;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reports the differences of two lists by an {@link ElementMatching}: changed and missing elements
 * in the order of the control, and each extra element before the pair that follows it. Paths have
 * the control's indexes, and the candidate's for extra elements.
 */
final class EditScript {
  private final Walk walk;
  private final @Nullable Object[] control;
  private final @Nullable Object[] candidate;
  private final Surplus surplus;
  private final @Nullable RuleNode element;
  private final int from;
  private final int fromTheirs;

  /**
   * Creates a script for elements that begin at these indexes of their lists.
   *
   * @param surplus explains missing and extra elements
   */
  EditScript(
      Walk walk,
      @Nullable Object[] control,
      int from,
      @Nullable Object[] candidate,
      int fromTheirs,
      Surplus surplus,
      @Nullable RuleNode element) {
    this.walk = walk;
    this.control = control;
    this.from = from;
    this.candidate = candidate;
    this.fromTheirs = fromTheirs;
    this.surplus = surplus;
    this.element = element;
  }

  void report(ElementMatching matching) {
    boolean[] taken = ElementMatching.taken(matching.partner, candidate.length);
    int stated = 0;
    for (int i = 0; i < control.length && !walk.isLimitReached(); i++) {
      int j = matching.partner[i];
      if (j < 0) {
        missing(i);
        continue;
      }
      if (matching.ordered) {
        extras(taken, stated, j);
        stated = j;
      }
      walk.trail.pushIndex(from + i);
      walk.compare(control[i], candidate[j], element);
      walk.trail.pop();
    }
    extras(taken, stated, taken.length);
  }

  private void missing(int i) {
    walk.trail.pushIndex(from + i);
    walk.reportMissing(control[i], element, surplus.ofControl(i));
    walk.trail.pop();
  }

  private void extras(boolean[] taken, int start, int end) {
    for (int j = start; j < end; j++) {
      if (!taken[j]) {
        walk.trail.pushIndex(fromTheirs + j);
        walk.reportExtra(candidate[j], element, surplus.ofCandidate(j));
        walk.trail.pop();
      }
    }
  }

  /** Explains missing and extra elements. */
  interface Surplus {
    /** Explains nothing. */
    Surplus UNEXPLAINED = new Surplus() {};

    /** Returns explanations of a missing element, by its index in the control. */
    default List<Explanation> ofControl(int i) {
      return Collections.emptyList();
    }

    /** Returns explanations of an extra element, by its index in the candidate. */
    default List<Explanation> ofCandidate(int j) {
      return Collections.emptyList();
    }
  }
}
