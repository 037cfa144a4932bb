package io.understudy.report.render;

import io.understudy.journal.Fate;
import io.understudy.report.render.text.Figures;
import io.understudy.report.render.text.Percent;
import io.understudy.report.render.text.VisibleText;
import io.understudy.report.summary.ParitySummary;
import io.understudy.report.summary.PointSummary;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What stands between the score and the bare comparison, in words: what was agreed to differ, what
 * the control does not know itself, and what the rules hide.
 */
final class Caveats {
  private static final int MOST_NAMED = 4;

  private final ParitySummary summary;
  private final List<AcceptanceRow> acceptances;
  private final List<Conclusion.Statement> statements = new ArrayList<>();

  private Caveats(ParitySummary summary, Instant now) {
    this.summary = summary;
    this.acceptances = AcceptanceRow.of(summary, now);
  }

  /** The statements; none where nothing stands between. */
  static List<Conclusion.Statement> of(ParitySummary summary, Instant now) {
    Caveats caveats = new Caveats(summary, now);
    caveats.accepted();
    caveats.urgent();
    caveats.noise();
    caveats.rules();
    return caveats.statements;
  }

  private void accepted() {
    long calls = summary.overall().books().ended(Fate.ACCEPTED);
    if (calls == 0) {
      return;
    }
    String text =
        Figures.count(calls, "call", "calls")
            + " differed only in ways that were agreed on, and "
            + (calls == 1 ? "counts" : "count")
            + " as agreed.";
    String strict =
        summary
            .overall()
            .parity()
            .map(
                p ->
                    " Without them, strict parity is "
                        + Percent.distinct(p.matched(), p.agreed(), p.verdicts())
                        + " instead of "
                        + Percent.distinct(p.agreed(), p.matched(), p.verdicts())
                        + ", at least "
                        + Percent.of(p.strictLowerBound())
                        + ".")
            .orElse("");
    statements.add(new Conclusion.Statement("Accepted", text + strict));
  }

  private void urgent() {
    List<AcceptanceRow> urgent =
        acceptances.stream().filter(row -> row.acceptance().needsAttention()).toList();
    if (!urgent.isEmpty()) {
      String named =
          urgent.stream()
              .limit(MOST_NAMED)
              .map(
                  row ->
                      row.acceptance().id()
                          + " of "
                          + row.point()
                          + " ("
                          + row.acceptance().tag()
                          + ")")
              .collect(Collectors.joining(", "));
      statements.add(
          new Conclusion.Statement(
              "Agreements", named + more(urgent.size()) + ". What to do about each stands below."));
    }
  }

  private void noise() {
    long onlyNoise = summary.onlyNoise();
    if (onlyNoise == 0) {
      return;
    }
    long disagreed = summary.overall().books().verdicts() - summary.overall().books().agreed();
    String points =
        summary.points().stream()
            .filter(p -> p.noise().onlyNoise() > 0)
            .limit(MOST_NAMED)
            .map(this::name)
            .collect(Collectors.joining(", "));
    String adjusted =
        summary
            .adjusted()
            .map(
                p ->
                    " Had they matched, parity would be "
                        + Percent.distinct(p.agreed(), p.agreed() - onlyNoise, p.verdicts())
                        + " instead of "
                        + Percent.distinct(p.agreed() - onlyNoise, p.agreed(), p.verdicts())
                        + ", at least "
                        + Percent.of(p.lowerBound())
                        + "; the score leaves them in.")
            .orElse("");
    statements.add(
        new Conclusion.Statement(
            "Noise",
            Figures.count(onlyNoise)
                + " of the "
                + Figures.count(disagreed, "disagreement", "disagreements")
                + " ("
                + points
                + ") show only differences in which the control disagrees with itself as often."
                + adjusted));
  }

  private String name(PointSummary point) {
    return VisibleText.line(summary.nameOf(point.key()), 80);
  }

  private void rules() {
    List<RuleRow> all = RuleRow.of(summary);
    List<RuleRow> hiding = all.stream().filter(row -> row.rule().hidesHalf()).toList();
    long idle = all.stream().filter(row -> row.rule().needsAttention()).count() - hiding.size();
    List<String> parts = new ArrayList<>();
    if (!hiding.isEmpty()) {
      parts.add(
          hiding.stream()
                  .limit(MOST_NAMED)
                  .map(row -> row.rule().rule() + " of " + row.point())
                  .collect(Collectors.joining(", "))
              + more(hiding.size())
              + (hiding.size() == 1 ? " hides" : " hide")
              + " half of what is compared there, or more: faults below cannot be found.");
    }
    if (idle > 0) {
      parts.add(
          Figures.count(idle, "rule", "rules")
              + " of "
              + Figures.count(all.size())
              + " never mattered.");
    }
    if (!parts.isEmpty()) {
      statements.add(new Conclusion.Statement("Rules", String.join(" ", parts)));
    }
  }

  private static String more(int size) {
    return size > MOST_NAMED ? " and " + (size - MOST_NAMED) + " more" : "";
  }
}
