package io.understudy.report.render;

import io.understudy.report.render.text.Figures;
import io.understudy.report.render.text.VisibleText;
import io.understudy.report.summary.NoiseComparison;
import io.understudy.report.summary.ParitySummary;
import io.understudy.report.summary.PointSummary;
import io.understudy.report.summary.ReasonCount;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A way to disagree at a call point whose control was asked twice.
 *
 * @param point the call point's name, as it is shown
 * @param place where, or words
 * @param kind in which way
 * @param noise how the rates compare
 */
record NoiseRow(String point, String place, String kind, NoiseView noise) {
  /** So many of each call point are shown; JSON has all. */
  private static final int MOST = 30;

  private static final int MOST_REASONS = 3;

  /** Those of all call points, at each one the candidate's most frequent first. */
  static List<NoiseRow> of(ParitySummary summary) {
    List<NoiseRow> rows = new ArrayList<>();
    for (PointSummary point : summary.points()) {
      String name = VisibleText.line(summary.nameOf(point.key()), 120);
      for (NoiseComparison noise : point.noise().signatures().stream().limit(MOST).toList()) {
        rows.add(
            new NoiseRow(
                name,
                SignatureView.place(noise.signature()),
                SignatureView.kind(noise.signature()),
                new NoiseView(noise)));
      }
    }
    return rows;
  }

  /** Why calls that were to be repeated were not, in words; empty where all were. */
  static String unrepeated(PointSummary point) {
    List<ReasonCount> why = point.noise().unrepeated();
    String first =
        why.stream()
            .limit(MOST_REASONS)
            .map(r -> Figures.count(r.count()) + " " + VisibleText.line(r.reason(), 120))
            .collect(Collectors.joining("; "));
    return why.isEmpty() ? "" : "not repeated: " + first + (why.size() > MOST_REASONS ? "; …" : "");
  }

  /** The call points whose control was asked twice. */
  static List<PointSummary> points(ParitySummary summary) {
    return summary.points().stream().filter(p -> p.noise().isAsked()).toList();
  }
}
