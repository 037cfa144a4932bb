package io.understudy.report.render;

import io.understudy.report.aggregate.Evidence;
import io.understudy.report.aggregate.PointEvidence;
import io.understudy.report.aggregate.RuleEvidence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A rule of a call point.
 *
 * @param point the call point's name, as it is shown
 * @param rule what the rule did
 */
record RuleRow(String point, RuleView rule) {
  /** All rules: those first that hide much, then those that never mattered, then the others. */
  static List<RuleRow> of(Evidence evidence) {
    List<RuleRow> rows = new ArrayList<>();
    for (PointEvidence point : evidence.points()) {
      String name = Visible.line(evidence.nameOf(point.key()), 120);
      for (RuleEvidence rule : point.rules()) {
        rows.add(new RuleRow(name, new RuleView(rule)));
      }
    }
    // The sort is stable: within each, the order of call points and configuration stays.
    rows.sort(Comparator.comparingInt(row -> row.rule().urgency()));
    return rows;
  }

  /** Those that somebody should look at. */
  static List<RuleRow> needing(Evidence evidence) {
    return of(evidence).stream().filter(row -> row.rule().needsLook()).toList();
  }
}
