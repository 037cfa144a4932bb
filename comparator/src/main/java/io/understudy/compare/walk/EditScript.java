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
  private final ElementExplanations explanations;
  private final @Nullable RuleNode element;
  private final int controlFrom;
  private final int candidateFrom;

  /**
   * Creates a script for elements that begin at these indexes of their lists.
   *
   * @param explanations explains missing and extra elements
   */
  EditScript(
      Walk walk,
      @Nullable Object[] control,
      int controlFrom,
      @Nullable Object[] candidate,
      int candidateFrom,
      ElementExplanations explanations,
      @Nullable RuleNode element) {
    this.walk = walk;
    this.control = control;
    this.controlFrom = controlFrom;
    this.candidate = candidate;
    this.candidateFrom = candidateFrom;
    this.explanations = explanations;
    this.element = element;
  }

  void report(ElementMatching matching) {
    boolean[] taken = ElementMatching.taken(matching.partner, candidate.length);
    int reported = 0;
    for (int i = 0; i < control.length && !walk.isLimitReached(); i++) {
      int j = matching.partner[i];
      if (j < 0) {
        missing(i);
        continue;
      }
      if (matching.ordered) {
        extras(taken, reported, j);
        reported = j;
      }
      walk.steps.pushIndex(controlFrom + i);
      walk.compare(control[i], candidate[j], element);
      walk.steps.pop();
    }
    extras(taken, reported, taken.length);
  }

  private void missing(int i) {
    walk.steps.pushIndex(controlFrom + i);
    AbsentParts.reportMissing(walk, control[i], element, explanations.ofControl(i));
    walk.steps.pop();
  }

  private void extras(boolean[] taken, int start, int end) {
    for (int j = start; j < end; j++) {
      if (!taken[j]) {
        walk.steps.pushIndex(candidateFrom + j);
        AbsentParts.reportExtra(walk, candidate[j], element, explanations.ofCandidate(j));
        walk.steps.pop();
      }
    }
  }

  /** Explains missing and extra elements. */
  interface ElementExplanations {
    /** Explains nothing. */
    ElementExplanations UNEXPLAINED = new ElementExplanations() {};

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
