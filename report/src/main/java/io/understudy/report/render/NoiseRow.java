package io.understudy.report.render;

import io.understudy.report.aggregate.Evidence;
import io.understudy.report.aggregate.NoiseEvidence;
import io.understudy.report.aggregate.PointEvidence;
import io.understudy.report.aggregate.ReasonCount;
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
  static List<NoiseRow> of(Evidence evidence) {
    List<NoiseRow> rows = new ArrayList<>();
    for (PointEvidence point : evidence.points()) {
      String name = Visible.line(evidence.nameOf(point.key()), 120);
      for (NoiseEvidence noise : point.noise().signatures().stream().limit(MOST).toList()) {
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
  static String unrepeated(PointEvidence point) {
    List<ReasonCount> why = point.noise().unrepeated();
    String first =
        why.stream()
            .limit(MOST_REASONS)
            .map(r -> Figures.count(r.count()) + " " + Visible.line(r.reason(), 120))
            .collect(Collectors.joining("; "));
    return why.isEmpty() ? "" : "not repeated: " + first + (why.size() > MOST_REASONS ? "; …" : "");
  }

  /** The call points whose control was asked twice. */
  static List<PointEvidence> points(Evidence evidence) {
    return evidence.points().stream().filter(p -> p.noise().isAsked()).toList();
  }
}
