package io.understudy.report.render;

import io.understudy.journal.Sums;
import io.understudy.report.render.text.VisibleText;
import io.understudy.report.summary.ParitySummary;
import io.understudy.report.summary.PointSummary;
import io.understudy.report.summary.RuleUse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
    Map<String, List<RuleUse>> idle = new HashMap<>();
    for (PointSummary point : summary.points()) {
      for (RuleUse rule : point.rules()) {
        idle.computeIfAbsent(key(point, rule), key -> new ArrayList<>()).add(rule);
      }
    }
    for (PointSummary point : summary.points()) {
      String name = VisibleText.line(summary.nameOf(point.key()), 120);
      for (RuleUse rule : point.rules()) {
        List<RuleUse> same = idle.getOrDefault(key(point, rule), List.of());
        if (same.size() < 2 || !isIdle(rule)) {
          rows.add(new RuleRow(name, new RuleView(rule)));
        } else if (same.get(0) == rule) {
          rows.add(new RuleRow(same.size() + " call points", new RuleView(together(same))));
        }
      }
    }
    // The sort is stable, so each group keeps the order of call points and configuration.
    rows.sort(Comparator.comparingInt(row -> row.rule().urgency()));
    return rows;
  }

  /** The key of idle rules that are shown together, as a rule for all call points is. */
  private static String key(PointSummary point, RuleUse rule) {
    return isIdle(rule) ? point.key().application() + '\n' + rule.rule() : "";
  }

  private static boolean isIdle(RuleUse rule) {
    return rule.present() && rule.neverHit();
  }

  private static RuleUse together(List<RuleUse> same) {
    long comparisons = Sums.of(same.stream().mapToLong(RuleUse::comparisons));
    LocalDate first =
        same.stream()
            .flatMap(rule -> rule.since().stream())
            .min(Comparator.naturalOrder())
            .orElse(null);
    long leaves = Sums.of(same.stream().mapToLong(RuleUse::leaves));
    return new RuleUse(same.get(0).rule(), 0, comparisons, first, 0, leaves, true);
  }

  /** Lists the rules that need attention. */
  static List<RuleRow> needingAttention(ParitySummary summary) {
    return of(summary).stream().filter(row -> row.rule().needsAttention()).toList();
  }
}
