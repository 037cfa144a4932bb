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
 * A signature of a call point with repeated calls. Immutable.
 *
 * @param point the displayed name of the call point
 * @param place the path, or words
 * @param kind the kind of difference
 * @param noise the comparison of both rates in words
 */
record NoiseRow(String point, String place, String kind, NoiseView noise) {
  /** The largest number of rows of a call point; JSON has all. */
  private static final int MOST = 30;

  private static final int MOST_REASONS = 3;

  /** Lists the signatures of all call points, at each the most frequent of the candidate first. */
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

  /** Describes why chosen calls were not repeated; empty where all were. */
  static String unrepeated(PointSummary point) {
    List<ReasonCount> why = point.noise().unrepeated();
    String first =
        why.stream()
            .limit(MOST_REASONS)
            .map(r -> Figures.count(r.count()) + " " + VisibleText.line(r.reason(), 120))
            .collect(Collectors.joining("; "));
    return why.isEmpty() ? "" : "not repeated: " + first + (why.size() > MOST_REASONS ? "; …" : "");
  }

  /** Lists the call points with repeated calls. */
  static List<PointSummary> points(ParitySummary summary) {
    return summary.points().stream().filter(p -> p.noise().isAsked()).toList();
  }
}
