package io.understudy.report.render;

import io.understudy.report.render.text.VisibleText;
import io.understudy.report.summary.ParitySummary;
import io.understudy.report.summary.PointSummary;
import io.understudy.report.summary.RuleUse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A comparison rule of a call point. Immutable.
 *
 * @param point the displayed name of the call point
 * @param rule the rule in words
 */
record RuleRow(String point, RuleView rule) {
  /** Lists all rules: those that hide much, then those without hits, then the others. */
  static List<RuleRow> of(ParitySummary summary) {
    List<RuleRow> rows = new ArrayList<>();
    for (PointSummary point : summary.points()) {
      String name = VisibleText.line(summary.nameOf(point.key()), 120);
      for (RuleUse rule : point.rules()) {
        rows.add(new RuleRow(name, new RuleView(rule)));
      }
    }
    // The sort is stable, so each group keeps the order of call points and configuration.
    rows.sort(Comparator.comparingInt(row -> row.rule().urgency()));
    return rows;
  }

  /** Lists the rules that need attention. */
  static List<RuleRow> needingAttention(ParitySummary summary) {
    return of(summary).stream().filter(row -> row.rule().needsAttention()).toList();
  }
}
