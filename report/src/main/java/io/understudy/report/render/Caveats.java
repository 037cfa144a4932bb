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
 * The statements about everything that changes the score or hides differences: acceptances, noise
 * and comparison rules.
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

  /** Returns the statements; empty where there is no caveat. */
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
            + " differed only in accepted ways, and "
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
              "Acceptances",
              named
                  + more(urgent.size())
                  + (urgent.size() == 1 ? " needs" : " need")
                  + " attention; the report says what to do."));
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
                    " Without noise, parity would be "
                        + Percent.distinct(p.agreed(), p.agreed() - onlyNoise, p.verdicts())
                        + " instead of "
                        + Percent.distinct(p.agreed() - onlyNoise, p.agreed(), p.verdicts())
                        + ", at least "
                        + Percent.of(p.lowerBound())
                        + "; the score still counts them.")
            .orElse("");
    statements.add(
        new Conclusion.Statement(
            "Noise",
            Figures.count(onlyNoise)
                + " of the "
                + Figures.count(disagreed, "disagreement", "disagreements")
                + " ("
                + points
                + ") show only differences in which the control differs from itself as often."
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
              + " at least half of the compared values there, so faults in them stay hidden.");
    }
    if (idle > 0) {
      parts.add(
          Figures.count(idle, "rule", "rules")
              + " of "
              + Figures.count(all.size())
              + " never had a hit.");
    }
    if (!parts.isEmpty()) {
      statements.add(new Conclusion.Statement("Rules", String.join(" ", parts)));
    }
  }

  private static String more(int size) {
    return size > MOST_NAMED ? " and " + (size - MOST_NAMED) + " more" : "";
  }
}
