package io.understudy.report.render;

import io.understudy.report.aggregate.Evidence;
import io.understudy.report.aggregate.PointEvidence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Accepted differences, noise and rules as Markdown tables; each is left out where it is empty. */
final class MarkdownTerms {
  private static final int MOST_ROWS = 20;

  private final Evidence evidence;
  private final Instant generated;
  private final List<String> lines = new ArrayList<>();

  MarkdownTerms(Evidence evidence, Instant generated) {
    this.evidence = evidence;
    this.generated = generated;
  }

  List<String> lines() {
    accepted();
    noise();
    rules();
    return lines;
  }

  private void accepted() {
    List<DebtRow> debts = DebtRow.of(evidence, generated);
    table(
        debts.size(),
        "accepted difference | call point | calls | limit | until | state",
        "---|---|---:|---|---|---");
    for (DebtRow row : debts.stream().limit(MOST_ROWS).toList()) {
      DebtView debt = row.debt();
      String advice = debt.advice().isEmpty() ? "" : ": " + debt.advice();
      row(
          debt.id() + ": " + debt.where() + " (" + debt.owner() + ": " + debt.reason() + ")",
          row.point(),
          debt.calls(),
          debt.use().isEmpty() ? debt.limit() : debt.limit() + "; " + debt.use(),
          debt.until() + (debt.left().isEmpty() ? "" : ", " + debt.left()),
          debt.tag() + advice);
    }
    end(debts.size());
  }

  private void noise() {
    List<NoiseRow> rows = NoiseRow.of(evidence);
    table(
        rows.size(),
        "noise at | where | kind | control with itself | candidate with control | times as often |"
            + " finding",
        "---|---|---|---:|---:|---:|---");
    for (NoiseRow row : rows.stream().limit(MOST_ROWS).toList()) {
      NoiseView noise = row.noise();
      row(
          row.point(),
          row.place(),
          row.kind(),
          noise.control(),
          noise.candidate(),
          noise.times(),
          noise.finding() + ": " + noise.reasoning());
    }
    end(rows.size());
    NoiseRow.points(evidence).forEach(this::adjusted);
  }

  private void adjusted(PointEvidence point) {
    String name = Visible.line(evidence.nameOf(point.key()), 80) + ": ";
    long moved = point.noise().moved();
    point
        .adjusted()
        .map(
            p ->
                Figures.count(moved, "call differs", "calls differ")
                    + " only in noise; raw parity "
                    + Percent.of(p.agreed() - moved, p.verdicts())
                    + ", without noise "
                    + Percent.apart(p.agreed(), p.agreed() - moved, p.verdicts())
                    + ".")
        .ifPresent(text -> lines.add(MarkdownReport.text(name + text) + "\n"));
    String why = NoiseRow.unrepeated(point);
    if (!why.isEmpty()) {
      lines.add(MarkdownReport.text(name + why) + "\n");
    }
  }

  private void rules() {
    List<RuleRow> rows = RuleRow.needing(evidence);
    table(
        rows.size(),
        "rule to look at | call point | hits | comparisons | hides | what to do",
        "---|---|---:|---:|---:|---");
    for (RuleRow row : rows.stream().limit(MOST_ROWS).toList()) {
      RuleView rule = row.rule();
      row(rule.rule(), row.point(), rule.hits(), rule.over(), rule.share(), rule.advice());
    }
    end(rows.size());
  }

  private void table(int rows, String head, String rule) {
    if (rows > 0) {
      lines.add("| " + head + " |");
      lines.add("|" + rule + "|");
    }
  }

  private void row(String... cells) {
    List<String> escaped = new ArrayList<>();
    for (String cell : cells) {
      escaped.add(MarkdownReport.text(cell));
    }
    lines.add("| " + String.join(" | ", escaped) + " |");
  }

  private void end(int rows) {
    if (rows > 0) {
      lines.add("");
    }
    if (rows > MOST_ROWS) {
      lines.add("and " + Figures.count(rows - MOST_ROWS) + " more.");
      lines.add("");
    }
  }
}
