package io.understudy.report.render;

import io.understudy.report.render.text.VisibleText;
import io.understudy.report.summary.AcceptanceUse;
import io.understudy.report.summary.ParitySummary;
import io.understudy.report.summary.PointSummary;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * An acceptance of a call point. Immutable.
 *
 * @param point the displayed name of the call point
 * @param acceptance the acceptance in words
 */
record AcceptanceRow(String point, AcceptanceView acceptance) {
  /** Lists all acceptances at a moment, the most urgent first. */
  static List<AcceptanceRow> of(ParitySummary summary, Instant now) {
    LocalDate today = now.atZone(ZoneOffset.UTC).toLocalDate();
    List<AcceptanceRow> rows = new ArrayList<>();
    for (PointSummary point : summary.points()) {
      String name = VisibleText.line(summary.nameOf(point.key()), 120);
      for (AcceptanceUse acceptance : point.acceptances()) {
        rows.add(new AcceptanceRow(name, new AcceptanceView(acceptance, today)));
      }
    }
    rows.sort(
        Comparator.comparing(AcceptanceRow::acceptance, AcceptanceView.byUrgency())
            .thenComparing(AcceptanceRow::point));
    return rows;
  }
}
