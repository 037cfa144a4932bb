package io.understudy.report.render;

import io.understudy.report.render.text.Figures;
import io.understudy.report.render.text.VisibleText;
import io.understudy.report.summary.DeltaSummary;
import io.understudy.report.summary.ExplanationCount;

/** An explanation of some calls of a signature in words. Immutable. */
final class ExplanationView {
  private static final int MOST_LENGTH = 60;

  private final ExplanationCount explained;

  ExplanationView(ExplanationCount explained) {
    this.explained = explained;
  }

  /** Whether this is an explanation, and not the count of calls without one. */
  boolean isNamed() {
    return !explained.name().isEmpty();
  }

  /** Returns the name of the explanation, or {@code not explained}. */
  String name() {
    return isNamed() ? VisibleText.line(explained.name(), MOST_LENGTH) : "not explained";
  }

  /** Returns calls and name: {@code 412 rounding HALF_UP/HALF_EVEN}. */
  String text() {
    return calls() + " " + name();
  }

  /** Returns the number of calls. */
  String calls() {
    return Figures.count(explained.calls());
  }

  /** Returns the largest recorded delta; empty where there is none. */
  String largest() {
    DeltaSummary deltas = explained.deltas();
    return deltas
        .most()
        .map(
            most ->
                Figures.decimal(most)
                    + " in "
                    + Figures.count(
                        deltas.examples(), "recorded difference", "recorded differences"))
        .orElse("");
  }
}
