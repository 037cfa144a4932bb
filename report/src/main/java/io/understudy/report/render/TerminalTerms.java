package io.understudy.report.render;

import io.understudy.report.aggregate.Evidence;
import io.understudy.report.aggregate.PointEvidence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Accepted differences, noise and rules for a terminal; each is left out where it is empty. */
final class TerminalTerms {
  private static final int MOST = 10;

  private final Evidence evidence;
  private final Instant generated;

  TerminalTerms(Evidence evidence, Instant generated) {
    this.evidence = evidence;
    this.generated = generated;
  }

  /** Agreements and how each stands, the most urgent first; what to do where something is. */
  List<String> accepted() {
    List<String> lines = new ArrayList<>();
    List<DebtRow> debts = DebtRow.of(evidence, generated);
    for (DebtRow row : debts.subList(0, Math.min(MOST, debts.size()))) {
      DebtView debt = row.debt();
      String left = debt.left().isEmpty() ? "" : ", " + debt.left();
      lines.add(
          row.point()
              + " · "
              + debt.id()
              + ": "
              + Figures.count(debt.debt().calls(), "call", "calls")
              + left
              + ": "
              + debt.tag());
      if (debt.needsLook()) {
        lines.add("   " + debt.advice());
      }
    }
    more(lines, debts.size());
    return lines;
  }

  /** Kinds of difference at call points that repeat calls, and whether they are noise. */
  List<String> noise() {
    List<String> lines = new ArrayList<>();
    List<NoiseRow> rows = NoiseRow.of(evidence);
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
    for (PointEvidence point : NoiseRow.points(evidence)) {
      String why = NoiseRow.unrepeated(point);
      if (!why.isEmpty()) {
        lines.add(Visible.line(evidence.nameOf(point.key()), 60) + " · " + why);
      }
    }
    return lines;
  }

  /** Rules that somebody should look at, and why. */
  List<String> rules() {
    List<String> lines = new ArrayList<>();
    List<RuleRow> rows = RuleRow.needing(evidence);
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
