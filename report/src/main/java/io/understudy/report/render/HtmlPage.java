package io.understudy.report.render;

import io.understudy.journal.Fate;
import io.understudy.journal.latency.LatencyCounts;
import io.understudy.report.render.text.Figures;
import io.understudy.report.render.text.Percent;
import io.understudy.report.render.text.VisibleText;
import io.understudy.report.summary.Parity;
import io.understudy.report.summary.ParitySummary;
import io.understudy.report.summary.PointSummary;
import io.understudy.report.summary.ReportProblem;
import io.understudy.report.summary.Score;
import io.understudy.report.summary.SignatureSummary;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the templates need beside the evidence. Immutable.
 *
 * @param summary what the journals say
 * @param conclusion the same in words
 * @param generated when the report was made
 * @param version of Understudy
 * @param style the style sheet
 * @param policy the Content-Security-Policy that lets in that style sheet and nothing else
 */
record HtmlPage(
    ParitySummary summary,
    Conclusion conclusion,
    Instant generated,
    String version,
    String style,
    String policy) {
  /** So many signatures are shown with their examples; the others follow in a table. */
  static final int MOST_OPEN = 60;

  /** So many rules, accepted differences and rates of noise are listed. */
  static final int MOST_ROWS = 200;

  /** Of so many accepted differences, accepted calls are shown in full. */
  static final int MOST_EXEMPLIFIED = 20;

  ZoneId zone() {
    return summary.period().zone();
  }

  String title() {
    return summary.applications().stream()
        .map(a -> VisibleText.line(a, 80))
        .collect(Collectors.joining(", "));
  }

  /** From the first to the last day with calls. */
  String period() {
    if (summary.first().isEmpty()) {
      return "no calls";
    }
    var first = summary.first().orElseThrow();
    var last = summary.last().orElseThrow();
    return first.equals(last)
        ? Figures.day(first)
        : Figures.day(first) + " to " + Figures.day(last);
  }

  String tone() {
    return switch (conclusion.tone()) {
      case AGREE -> "agree";
      case DIFFER -> "differ";
      case REFUSE -> "refuse";
    };
  }

  String name(PointSummary point) {
    return VisibleText.line(summary.nameOf(point.key()), 120);
  }

  String name(SignatureSummary signature) {
    return VisibleText.line(summary.nameOf(signature.point()), 120);
  }

  /** Parity in one cell; a dash with a reason where there is none. */
  String parity(Score score) {
    return score.parity().isEmpty() && !score.refusals().isEmpty()
        ? "no score"
        : parity(score.parity());
  }

  /** Parity in one cell; a dash where there is none. */
  String parity(Optional<Parity> parity) {
    return parity.map(p -> Percent.of(p.agreed(), p.verdicts())).orElse("–");
  }

  /** Our own words, with figures that do not part from their percent sign. */
  static String unbroken(String words) {
    return words.replaceAll("(?<=[0-9]) %", "\u00a0%");
  }

  /** Parity with what it rests on, for a place without a table around it. */
  String whole(Score score) {
    return score
        .parity()
        .map(
            p ->
                Percent.of(p.agreed(), p.verdicts())
                    + " of "
                    + Figures.count(p.verdicts())
                    + ", at least "
                    + Percent.of(p.lowerBound()))
        .orElse(parity(score));
  }

  String bound(Score score) {
    return bound(score.parity());
  }

  String bound(Optional<Parity> parity) {
    return parity.map(p -> Percent.of(p.lowerBound())).orElse("–");
  }

  String strict(Score score) {
    return score
        .parity()
        .map(p -> Percent.distinct(p.matched(), p.agreed(), p.verdicts()))
        .orElse("–");
  }

  /** Raw parity with as many digits as it takes to tell it from the strict and the adjusted one. */
  String parity(Score score, long onlyNoise) {
    return score
        .parity()
        .map(
            p -> {
              String strict = Percent.distinct(p.agreed(), p.matched(), p.verdicts());
              String raw =
                  Percent.distinct(
                      p.agreed(), Math.min(p.agreed() + onlyNoise, p.verdicts()), p.verdicts());
              return strict.length() > raw.length() ? strict : raw;
            })
        .orElse(parity(score));
  }

  /** Parity without noise, told from the raw one; a dash where they are the same. */
  String adjusted(Optional<Parity> adjusted, long onlyNoise) {
    return adjusted
        .map(p -> Percent.distinct(p.agreed(), p.agreed() - onlyNoise, p.verdicts()))
        .orElse("–");
  }

  /** The class of a score's colour. */
  String tone(Score score) {
    return score
        .parity()
        .map(p -> p.agreed() == p.verdicts() ? "good" : "bad")
        .orElse(score.refusals().isEmpty() ? "soft" : "none");
  }

  /** Whether accepted differences make strict parity another figure. */
  boolean hasAccepted() {
    return summary.overall().books().ended(Fate.ACCEPTED) > 0;
  }

  /** Whether calls differ in nothing but noise, which makes adjusted parity another figure. */
  boolean hasNoise() {
    return summary.adjusted().isPresent();
  }

  /** The first day with calls; the epoch where there is none, and no chart of days either. */
  LocalDate from() {
    return summary.first().orElse(LocalDate.EPOCH);
  }

  /** The last day with calls. */
  LocalDate to() {
    return summary.last().orElse(LocalDate.EPOCH);
  }

  /** The accepted differences, the most urgent first. */
  List<AcceptanceRow> acceptances() {
    return AcceptanceRow.of(summary, generated);
  }

  /** Those of them that are shown. */
  List<AcceptanceRow> shownAcceptances() {
    return acceptances().stream().limit(MOST_ROWS).toList();
  }

  /** Those of them of which accepted calls are shown. */
  List<AcceptanceRow> acceptancesWithExamples() {
    return acceptances().stream()
        .filter(row -> !row.acceptance().examples().isEmpty())
        .limit(MOST_EXEMPLIFIED)
        .toList();
  }

  /** The call points whose control was asked twice. */
  List<PointSummary> noisePoints() {
    return NoiseRow.points(summary);
  }

  /** How each kind of difference there compares with the control's own. */
  List<NoiseRow> noise() {
    return NoiseRow.of(summary).stream().limit(MOST_ROWS).toList();
  }

  /** The rules of all call points. */
  List<RuleRow> rules() {
    return RuleRow.of(summary);
  }

  /** The rules that somebody should look at. */
  List<RuleRow> rulesToSee() {
    return RuleRow.needingAttention(summary).stream().limit(MOST_ROWS).toList();
  }

  /** The other rules. */
  List<RuleRow> otherRules() {
    return rules().stream().filter(row -> !row.rule().needsAttention()).limit(MOST_ROWS).toList();
  }

  /** How many rules are not shown. */
  int rulesLeftOut() {
    return rules().size() - rulesToSee().size() - otherRules().size();
  }

  /** The fates that any call had, in the order of the path. */
  List<Fate> fates() {
    return fates(true);
  }

  /** The fates that no call had, in words; empty where each had some. */
  String otherFates() {
    return fates(false).stream().map(Fate::wireName).collect(Collectors.joining(", "));
  }

  private List<Fate> fates(boolean any) {
    return Arrays.stream(Fate.values())
        .filter(f -> any == (f == Fate.MATCHED || summary.overall().books().ended(f) != 0))
        .toList();
  }

  /** The signatures that are shown with examples. */
  List<SignatureSummary> open() {
    return summary.signatures().stream().limit(MOST_OPEN).toList();
  }

  /** The others. */
  List<SignatureSummary> rest() {
    return summary.signatures().stream().skip(MOST_OPEN).limit(1_000).toList();
  }

  /** Call points that differ, by how many signatures. */
  long differingPoints() {
    return summary.signatures().stream().map(SignatureSummary::point).distinct().count();
  }

  /** A percentile of latencies; a dash where there are none. */
  String latency(LatencyCounts counts, double share) {
    if (counts.isEmpty()) {
      return "–";
    }
    return Figures.duration(share == 1 ? counts.max() : counts.quantile(share));
  }

  /** Name and beginning of the hash of a jar. */
  String code(String identity) {
    int at = identity.lastIndexOf('@');
    return at < 0
        ? identity.isEmpty() ? "unknown" : VisibleText.line(identity, 80)
        : VisibleText.line(identity.substring(0, at), 80)
            + " "
            + Figures.hash(identity.substring(at + 1));
  }

  String weight(ReportProblem problem) {
    return problem.weight().name().toLowerCase(Locale.ROOT);
  }

  String weightTone(ReportProblem problem) {
    return switch (problem.weight()) {
      case BREACH -> "bad";
      case LOSS -> "none";
      case NOTE -> "soft";
    };
  }

  /** How many problems were met that are not listed. */
  long problemsLeftOut() {
    return summary.breaches() + summary.losses() + summary.notes() - summary.problems().size();
  }

  /** Whether every seal of every file held. */
  boolean intact() {
    return summary.breaches() == 0;
  }
}
