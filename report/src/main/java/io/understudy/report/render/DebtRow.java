package io.understudy.report.render;

import io.understudy.report.aggregate.AcceptanceEvidence;
import io.understudy.report.aggregate.Evidence;
import io.understudy.report.aggregate.PointEvidence;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * An accepted difference of a call point.
 *
 * @param point the call point's name, as it is shown
 * @param debt what was agreed, and how it is used
 */
record DebtRow(String point, DebtView debt) {
  /** All of them, the most urgent first, as of a moment. */
  static List<DebtRow> of(Evidence evidence, Instant now) {
    LocalDate today = now.atZone(ZoneOffset.UTC).toLocalDate();
    List<DebtRow> rows = new ArrayList<>();
    for (PointEvidence point : evidence.points()) {
      String name = Visible.line(evidence.nameOf(point.key()), 120);
      for (AcceptanceEvidence debt : point.acceptances()) {
        rows.add(new DebtRow(name, new DebtView(debt, today)));
      }
    }
    rows.sort(
        Comparator.comparing(DebtRow::debt, DebtView.byUrgency()).thenComparing(DebtRow::point));
    return rows;
  }
}
