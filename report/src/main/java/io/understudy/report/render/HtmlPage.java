package io.understudy.report.render;

import io.understudy.journal.Fate;
import io.understudy.journal.latency.LatencyCounts;
import io.understudy.report.render.text.Figures;
import io.understudy.report.render.text.Percent;
import io.understudy.report.render.text.VisibleText;
import io.understudy.report.summary.HourCoverage;
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
import org.jspecify.annotations.Nullable;

/**
 * The data and texts of the HTML templates. Immutable.
 *
 * @param summary the result to show
 * @param conclusion the result in words
 * @param generated the time of the report
 * @param version the version of Understudy
 * @param style the style sheet
 * @param policy the Content-Security-Policy that allows this style sheet and nothing else
 */
record HtmlPage(
    ParitySummary summary,
    Conclusion conclusion,
    Instant generated,
    String version,
    String style,
    String policy) {
  /** The number of signatures with examples; the others follow in a table. */
  static final int MOST_OPEN = 60;

  /** The largest number of listed rules, acceptances and noise rows. */
  static final int MOST_ROWS = 200;

  /** The number of acceptances with examples. */
  static final int MOST_EXEMPLIFIED = 20;

  /** Returns the time zone of the days. */
  ZoneId zone() {
    return summary.period().zone();
  }

  /** Returns the names of the applications. */
  String title() {
    return summary.applications().stream()
        .map(a -> VisibleText.line(a, 80))
        .collect(Collectors.joining(", "));
  }

  /** Returns the first and the last day with calls in words. */
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

  /** Returns the rows of the table of days. */
  List<DayRow> days() {
    return DayRow.of(summary);
  }

  /** Returns the title of the table of days; it says how many days have incomplete evidence. */
  static String daysTitle(List<DayRow> days) {
    long incomplete = days.stream().filter(day -> !day.evidence().isEmpty()).count();
    return "The figures by day"
        + (incomplete == 0
            ? ""
            : "; for "
                + Figures.count(incomplete, "row", "rows")
                + " the evidence is not complete");
  }

  /** Returns the CSS class of the conclusion. */
  String tone() {
    return switch (conclusion.tone()) {
      case AGREE -> "agree";
      case DIFFER -> "differ";
      case REFUSE -> "refuse";
    };
  }

  /** Returns the displayed name of a call point. */
  String name(PointSummary point) {
    return VisibleText.line(summary.nameOf(point.key()), 120);
  }

  /** Returns the displayed name of the call point of a signature. */
  String name(SignatureSummary signature) {
    return VisibleText.line(summary.nameOf(signature.point()), 120);
  }

  /** Returns parity; {@code no score} where it is refused, a dash where no call was compared. */
  String parity(Score score) {
    return score.parity().isEmpty() && !score.refusals().isEmpty()
        ? "no score"
        : parity(score.parity());
  }

  /** Returns parity; a dash where there is none. */
  String parity(Optional<Parity> parity) {
    return parity.map(p -> Percent.of(p.agreed(), p.verdicts())).orElse("–");
  }

  /** Puts a no-break space between figures and percent signs. Only for texts of the report. */
  static String unbroken(String words) {
    return words.replaceAll("(?<=[0-9]) %", "\u00a0%");
  }

  /** Returns parity with its count and lower bound. */
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

  /** Returns the lower bound of parity; a dash where there is none. */
  String bound(Score score) {
    return bound(score.parity());
  }

  /** Returns the lower bound of parity; a dash where there is none. */
  String bound(Optional<Parity> parity) {
    return parity.map(p -> Percent.of(p.lowerBound())).orElse("–");
  }

  /** Returns strict parity; a dash where there is none. */
  String strict(Score score) {
    return score
        .parity()
        .map(p -> Percent.distinct(p.matched(), p.agreed(), p.verdicts()))
        .orElse("–");
  }

  /** Returns parity with enough digits to differ from strict parity and from the adjusted one. */
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

  /** Returns parity without noise, with enough digits to differ from raw parity; or a dash. */
  String adjusted(Optional<Parity> adjusted, long onlyNoise) {
    return adjusted
        .map(p -> Percent.distinct(p.agreed(), p.agreed() - onlyNoise, p.verdicts()))
        .orElse("–");
  }

  /** Returns the CSS class of the colour of a score. */
  String tone(Score score) {
    return score
        .parity()
        .map(p -> p.agreed() == p.verdicts() ? "good" : "bad")
        .orElse(score.refusals().isEmpty() ? "soft" : "none");
  }

  /** Whether there are accepted calls, so that strict parity differs. */
  boolean hasAccepted() {
    return summary.overall().books().ended(Fate.ACCEPTED) > 0;
  }

  /** Whether calls differ only in noise, so that adjusted parity differs. */
  boolean hasNoise() {
    return summary.adjusted().isPresent();
  }

  /** Returns the first day with calls; the epoch where there is none. */
  LocalDate from() {
    return summary.first().orElse(LocalDate.EPOCH);
  }

  /** Returns the last day with calls; the epoch where there is none. */
  LocalDate to() {
    return summary.last().orElse(LocalDate.EPOCH);
  }

  /** Returns all acceptances, the most urgent first. */
  List<AcceptanceRow> acceptances() {
    return AcceptanceRow.of(summary, generated);
  }

  /** Returns the listed acceptances. */
  List<AcceptanceRow> shownAcceptances() {
    return acceptances().stream().limit(MOST_ROWS).toList();
  }

  /** Returns the acceptances that are shown with examples. */
  List<AcceptanceRow> acceptancesWithExamples() {
    return acceptances().stream()
        .filter(row -> !row.acceptance().examples().isEmpty())
        .limit(MOST_EXEMPLIFIED)
        .toList();
  }

  /** Returns the call points with repeated calls. */
  List<PointSummary> noisePoints() {
    return NoiseRow.points(summary);
  }

  /** Returns the listed comparisons with the control's own rate. */
  List<NoiseRow> noise() {
    return NoiseRow.of(summary).stream().limit(MOST_ROWS).toList();
  }

  /** Returns the rules of all call points. */
  List<RuleRow> rules() {
    return RuleRow.of(summary);
  }

  /** Returns the listed rules that need attention. */
  List<RuleRow> rulesNeedingAttention() {
    return RuleRow.needingAttention(summary).stream().limit(MOST_ROWS).toList();
  }

  /** Returns the other listed rules. */
  List<RuleRow> otherRules() {
    return rules().stream().filter(row -> !row.rule().needsAttention()).limit(MOST_ROWS).toList();
  }

  /** Returns the number of rules that are not listed. */
  int rulesLeftOut() {
    return rules().size() - rulesNeedingAttention().size() - otherRules().size();
  }

  /** Returns the fates with at least one call, and {@code matched}, in their order. */
  List<Fate> fates() {
    return fates(true);
  }

  /** Returns the other fates in words; empty where every fate has a call. */
  String otherFates() {
    return fates(false).stream().map(Fate::wireName).collect(Collectors.joining(", "));
  }

  private List<Fate> fates(boolean any) {
    return Arrays.stream(Fate.values())
        .filter(f -> any == (f == Fate.MATCHED || summary.overall().books().ended(f) != 0))
        .toList();
  }

  /** Returns the call points of which calls have no verdict or were not counted. */
  List<PointSummary> incompletePoints() {
    return summary.points().stream().filter(PointSummary::isIncomplete).limit(MOST_ROWS).toList();
  }

  /** Returns the coverage of one hour of the day; empty where the point had no call. */
  String coverage(PointSummary point, int hour) {
    HourCoverage found = hour(point, hour);
    if (found == null || found.intercepted() == 0) {
      return "";
    }
    return Percent.of(found.verdicts(), found.intercepted());
  }

  /** Returns the title of that cell: the calls behind the share. */
  String coverageTitle(PointSummary point, int hour) {
    HourCoverage found = hour(point, hour);
    if (found == null) {
      return "";
    }
    return Figures.count(found.verdicts())
        + " of "
        + Figures.count(found.intercepted())
        + " calls compared, "
        + Figures.count(found.shed())
        + " shed"
        + (found.pausedMillis() == 0
            ? ""
            : ", paused for " + Figures.duration(found.pausedMillis() * 1e6));
  }

  /** Returns the CSS class of that cell. */
  String coverageTone(PointSummary point, int hour) {
    HourCoverage found = hour(point, hour);
    return found == null || found.intercepted() == 0
        ? "zero"
        : found.isIncomplete() ? "none" : "good";
  }

  /** Returns the time in which a point was paused; a dash where it was not. */
  String paused(PointSummary point) {
    long millis = point.pausedMillis();
    return millis == 0 ? "–" : Figures.duration(millis * 1e6);
  }

  private static @Nullable HourCoverage hour(PointSummary point, int hour) {
    return point.hours().stream().filter(each -> each.hour() == hour).findFirst().orElse(null);
  }

  /** Returns the signatures that are shown with examples. */
  List<SignatureSummary> detailedSignatures() {
    return summary.signatures().stream().limit(MOST_OPEN).toList();
  }

  /** Returns the next signatures, at most 1,000. */
  List<SignatureSummary> otherSignatures() {
    return summary.signatures().stream().skip(MOST_OPEN).limit(1_000).toList();
  }

  /** Returns the number of call points with differences. */
  long differingPoints() {
    return summary.signatures().stream().map(SignatureSummary::point).distinct().count();
  }

  /** Returns a percentile of latencies, the maximum for a share of 1; a dash where empty. */
  String latency(LatencyCounts counts, double share) {
    if (counts.isEmpty()) {
      return "–";
    }
    return Figures.duration(share == 1 ? counts.max() : counts.quantile(share));
  }

  /** Returns the name of a jar and the beginning of its hash. */
  String code(String identity) {
    int at = identity.lastIndexOf('@');
    return at < 0
        ? identity.isEmpty() ? "unknown" : VisibleText.line(identity, 80)
        : VisibleText.line(identity.substring(0, at), 80)
            + " "
            + Figures.hash(identity.substring(at + 1));
  }

  /** Returns the weight of a problem in lower case. */
  String weight(ReportProblem problem) {
    return problem.weight().name().toLowerCase(Locale.ROOT);
  }

  /** Returns the CSS class of the weight of a problem. */
  String weightTone(ReportProblem problem) {
    return switch (problem.weight()) {
      case BREACH -> "bad";
      case LOSS -> "none";
      case DOUBT -> "none";
      case NOTE -> "soft";
    };
  }

  /** Returns the number of problems that are not listed. */
  long problemsLeftOut() {
    return summary.breaches()
        + summary.losses()
        + summary.doubts()
        + summary.notes()
        - summary.problems().size();
  }

  /** Whether there is no breach. */
  boolean intact() {
    return !summary.isDamaged();
  }
}
