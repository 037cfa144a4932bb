package io.understudy.report.render;

import io.understudy.report.render.text.VisibleText;
import io.understudy.report.summary.ParitySummary;
import io.understudy.report.summary.PointSummary;
import io.understudy.report.summary.RuleUse;
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
  static List<RuleRow> of(ParitySummary summary) {
    List<RuleRow> rows = new ArrayList<>();
    for (PointSummary point : summary.points()) {
      String name = VisibleText.line(summary.nameOf(point.key()), 120);
      for (RuleUse rule : point.rules()) {
        rows.add(new RuleRow(name, new RuleView(rule)));
      }
    }
    // The sort is stable: within each, the order of call points and configuration stays.
    rows.sort(Comparator.comparingInt(row -> row.rule().urgency()));
    return rows;
  }

  /** Those that somebody should look at. */
  static List<RuleRow> needingAttention(ParitySummary summary) {
    return of(summary).stream().filter(row -> row.rule().needsAttention()).toList();
  }
}
