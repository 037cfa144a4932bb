package io.understudy.report.render;

import io.understudy.report.render.text.Figures;
import io.understudy.report.render.text.Percent;
import io.understudy.report.render.text.VisibleText;
import io.understudy.report.summary.ParitySummary;
import io.understudy.report.summary.PointSummary;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Writes acceptances, noise and rules as Markdown tables. Empty tables are left out. */
final class MarkdownCaveats {
  private static final int MOST_ROWS = 20;

  private final ParitySummary summary;
  private final Instant generated;
  private final List<String> lines = new ArrayList<>();

  MarkdownCaveats(ParitySummary summary, Instant generated) {
    this.summary = summary;
    this.generated = generated;
  }

  List<String> lines() {
    accepted();
    noise();
    rules();
    return lines;
  }

  private void accepted() {
    List<AcceptanceRow> acceptances = AcceptanceRow.of(summary, generated);
    table(
        acceptances.size(),
        "accepted difference | call point | calls | limit | until | state",
        "---|---|---:|---|---|---");
    for (AcceptanceRow row : acceptances.stream().limit(MOST_ROWS).toList()) {
      AcceptanceView acceptance = row.acceptance();
      String advice = acceptance.advice().isEmpty() ? "" : ": " + acceptance.advice();
      row(
          acceptance.id()
              + ": "
              + acceptance.where()
              + " ("
              + acceptance.owner()
              + ": "
              + acceptance.reason()
              + ")",
          row.point(),
          acceptance.calls(),
          acceptance.use().isEmpty()
              ? acceptance.limit()
              : acceptance.limit() + "; " + acceptance.use(),
          acceptance.until() + (acceptance.left().isEmpty() ? "" : ", " + acceptance.left()),
          acceptance.tag() + advice);
    }
    end(acceptances.size());
  }

  private void noise() {
    List<NoiseRow> rows = NoiseRow.of(summary);
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
    NoiseRow.points(summary).forEach(this::adjusted);
  }

  private void adjusted(PointSummary point) {
    String name = VisibleText.line(summary.nameOf(point.key()), 80) + ": ";
    long onlyNoise = point.noise().onlyNoise();
    point
        .adjusted()
        .map(
            p ->
                Figures.count(onlyNoise, "call differs", "calls differ")
                    + " only in noise; raw parity "
                    + Percent.of(p.agreed() - onlyNoise, p.verdicts())
                    + ", without noise "
                    + Percent.distinct(p.agreed(), p.agreed() - onlyNoise, p.verdicts())
                    + ".")
        .ifPresent(text -> lines.add(MarkdownReport.text(name + text) + "\n"));
    String why = NoiseRow.unrepeated(point);
    if (!why.isEmpty()) {
      lines.add(MarkdownReport.text(name + why) + "\n");
    }
  }

  private void rules() {
    List<RuleRow> rows = RuleRow.needingAttention(summary);
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
