package io.understudy.report.render;

import io.understudy.journal.Fate;
import io.understudy.report.aggregate.Evidence;
import io.understudy.report.aggregate.PointEvidence;
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

  private final Evidence evidence;
  private final List<DebtRow> debts;
  private final List<Answer.Statement> statements = new ArrayList<>();

  private Caveats(Evidence evidence, Instant now) {
    this.evidence = evidence;
    this.debts = DebtRow.of(evidence, now);
  }

  /** The statements; none where nothing stands between. */
  static List<Answer.Statement> of(Evidence evidence, Instant now) {
    Caveats caveats = new Caveats(evidence, now);
    caveats.accepted();
    caveats.urgent();
    caveats.noise();
    caveats.rules();
    return caveats.statements;
  }

  private void accepted() {
    long calls = evidence.overall().books().ended(Fate.ACCEPTED);
    if (calls == 0) {
      return;
    }
    String text =
        Figures.count(calls, "call", "calls")
            + " differed only in ways that were agreed on, and "
            + (calls == 1 ? "counts" : "count")
            + " as agreed.";
    String strict =
        evidence
            .overall()
            .parity()
            .map(
                p ->
                    " Without them, strict parity is "
                        + Percent.apart(p.matched(), p.agreed(), p.verdicts())
                        + " instead of "
                        + Percent.apart(p.agreed(), p.matched(), p.verdicts())
                        + ", at least "
                        + Percent.of(p.strictLowerBound())
                        + ".")
            .orElse("");
    statements.add(new Answer.Statement("Accepted", text + strict));
  }

  private void urgent() {
    List<DebtRow> urgent = debts.stream().filter(row -> row.debt().needsLook()).toList();
    if (!urgent.isEmpty()) {
      String named =
          urgent.stream()
              .limit(MOST_NAMED)
              .map(row -> row.debt().id() + " of " + row.point() + " (" + row.debt().tag() + ")")
              .collect(Collectors.joining(", "));
      statements.add(
          new Answer.Statement(
              "Agreements", named + more(urgent.size()) + ". What to do about each stands below."));
    }
  }

  private void noise() {
    long moved = evidence.moved();
    if (moved == 0) {
      return;
    }
    long disagreed = evidence.overall().books().verdicts() - evidence.overall().books().agreed();
    String points =
        evidence.points().stream()
            .filter(p -> p.noise().moved() > 0)
            .limit(MOST_NAMED)
            .map(this::name)
            .collect(Collectors.joining(", "));
    String adjusted =
        evidence
            .adjusted()
            .map(
                p ->
                    " Had they matched, parity would be "
                        + Percent.apart(p.agreed(), p.agreed() - moved, p.verdicts())
                        + " instead of "
                        + Percent.apart(p.agreed() - moved, p.agreed(), p.verdicts())
                        + ", at least "
                        + Percent.of(p.lowerBound())
                        + "; the score leaves them in.")
            .orElse("");
    statements.add(
        new Answer.Statement(
            "Noise",
            Figures.count(moved)
                + " of the "
                + Figures.count(disagreed, "disagreement", "disagreements")
                + " ("
                + points
                + ") show only differences in which the control disagrees with itself as often."
                + adjusted));
  }

  private String name(PointEvidence point) {
    return Visible.line(evidence.nameOf(point.key()), 80);
  }

  private void rules() {
    List<RuleRow> all = RuleRow.of(evidence);
    List<RuleRow> hiding = all.stream().filter(row -> row.rule().hidesHalf()).toList();
    long idle = all.stream().filter(row -> row.rule().needsLook()).count() - hiding.size();
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
      statements.add(new Answer.Statement("Rules", String.join(" ", parts)));
    }
  }

  private static String more(int size) {
    return size > MOST_NAMED ? " and " + (size - MOST_NAMED) + " more" : "";
  }
}
