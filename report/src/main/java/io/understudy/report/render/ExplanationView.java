package io.understudy.report.render;

import io.understudy.report.render.text.Figures;
import io.understudy.report.render.text.VisibleText;
import io.understudy.report.summary.DeltaSummary;
import io.understudy.report.summary.ExplanationCount;

/** What explains some calls of a kind of difference, in words. Immutable. */
final class ExplanationView {
  private static final int MOST_LENGTH = 60;

  private final ExplanationCount explained;

  ExplanationView(ExplanationCount explained) {
    this.explained = explained;
  }

  /** Whether it is one, not the rest that nothing explains. */
  boolean named() {
    return !explained.name().isEmpty();
  }

  String name() {
    return named() ? VisibleText.line(explained.name(), MOST_LENGTH) : "not explained";
  }

  /** {@code 412 rounding HALF_UP/HALF_EVEN}. */
  String text() {
    return calls() + " " + name();
  }

  String calls() {
    return Figures.count(explained.calls());
  }

  /** The largest delta that an example shows; empty where none does. */
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
