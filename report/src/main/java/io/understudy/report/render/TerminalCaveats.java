package io.understudy.report.render;

import io.understudy.report.render.text.Figures;
import io.understudy.report.render.text.VisibleText;
import io.understudy.report.summary.ParitySummary;
import io.understudy.report.summary.PointSummary;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Writes acceptances, noise and rules for a terminal. Empty sections are left out. */
final class TerminalCaveats {
  private static final int MOST = 10;

  private final ParitySummary summary;
  private final Instant generated;

  TerminalCaveats(ParitySummary summary, Instant generated) {
    this.summary = summary;
    this.generated = generated;
  }

  /** Returns the acceptances with state and advice, the most urgent first. */
  List<String> accepted() {
    List<String> lines = new ArrayList<>();
    List<AcceptanceRow> acceptances = AcceptanceRow.of(summary, generated);
    for (AcceptanceRow row : acceptances.subList(0, Math.min(MOST, acceptances.size()))) {
      AcceptanceView acceptance = row.acceptance();
      String left = acceptance.left().isEmpty() ? "" : ", " + acceptance.left();
      lines.add(
          row.point()
              + " · "
              + acceptance.id()
              + ": "
              + Figures.count(acceptance.acceptance().calls(), "call", "calls")
              + left
              + ": "
              + acceptance.tag());
      if (acceptance.needsAttention()) {
        lines.add("   " + acceptance.advice());
      }
    }
    more(lines, acceptances.size());
    return lines;
  }

  /** Returns the signatures of call points with repeated calls, with the findings. */
  List<String> noise() {
    List<String> lines = new ArrayList<>();
    List<NoiseRow> rows = NoiseRow.of(summary);
    for (NoiseRow row : rows.subList(0, Math.min(MOST, rows.size()))) {
      lines.add(
          row.point()
              + " · "
              + row.place()
              + " · "
              + row.kind()
              + ": control with itself "
              + row.noise().control()
              + ", candidate with control "
              + row.noise().candidate()
              + ": "
              + row.noise().finding());
    }
    more(lines, rows.size());
    for (PointSummary point : NoiseRow.points(summary)) {
      String why = NoiseRow.unrepeated(point);
      if (!why.isEmpty()) {
        lines.add(VisibleText.line(summary.nameOf(point.key()), 60) + " · " + why);
      }
    }
    return lines;
  }

  /** Returns the rules that need attention, with the reasons. */
  List<String> rules() {
    List<String> lines = new ArrayList<>();
    List<RuleRow> rows = RuleRow.needingAttention(summary);
    for (RuleRow row : rows.subList(0, Math.min(MOST, rows.size()))) {
      RuleView rule = row.rule();
      String hides = rule.hidesHalf() ? rule.share() + " of what is compared; " : "";
      lines.add(row.point() + " · " + rule.rule() + ": " + hides + rule.over());
      lines.add("   " + rule.advice());
    }
    more(lines, rows.size());
    return lines;
  }

  private static void more(List<String> lines, int size) {
    if (size > MOST) {
      lines.add("and " + Figures.count(size - MOST) + " more in the report");
    }
  }
}
