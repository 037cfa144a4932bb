package io.understudy.report.render;

import io.understudy.journal.Sums;
import io.understudy.report.render.Conclusion.Statement;
import io.understudy.report.render.text.Figures;
import io.understudy.report.render.text.VisibleText;
import io.understudy.report.summary.CountingGap;
import io.understudy.report.summary.ParitySummary;
import io.understudy.report.summary.ReportProblem;
import io.understudy.report.summary.VoidedSession;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What is wrong with the evidence, in words. Stateless. */
final class EvidenceView {
  private static final int MOST_NAMED = 6;
  private static final DateTimeFormatter DAY_AND_MINUTE =
      DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

  private EvidenceView() {}

  /** Returns the beginning of the headline; empty where nothing is damaged. */
  static String headline(ParitySummary summary) {
    if (!summary.voided().isEmpty()) {
      return "Evidence is breached: "
          + Figures.count(summary.voided().size(), "session does", "sessions do")
          + " not count. ";
    }
    if (summary.breaches() > 0) {
      return "Evidence is breached. ";
    }
    return summary.losses() > 0 ? "Evidence is missing. " : "";
  }

  /** Returns the end of the headline; empty where there is no gap. */
  static String gaps(ParitySummary summary) {
    if (summary.gaps().isEmpty()) {
      return "";
    }
    long minutes = Sums.of(summary.gaps().stream().mapToLong(CountingGap::minutes));
    return " For "
        + Figures.count(minutes, "minute", "minutes")
        + " there is no evidence that counting went on.";
  }

  /** Adds the statements on breaches, losses, unsealed lines and gaps. */
  static void of(ParitySummary summary, List<Statement> to) {
    if (summary.breaches() > 0) {
      to.add(
          new Statement(
              "Not intact",
              Figures.count(summary.breaches(), "place", "places")
                  + " in the journals changed after writing, or contradict each other. Do not rely"
                  + " on these figures before the cause is known; the list is at the end."));
    }
    if (!summary.voided().isEmpty()) {
      to.add(new Statement("Not counted", voided(summary)));
    }
    if (summary.losses() > 0) {
      to.add(
          new Statement(
              "Incomplete",
              Figures.count(summary.losses(), "part", "parts")
                  + " of the evidence could not be read or is missing; the rest was counted."));
    }
    List<ReportProblem> doubts =
        summary.problems().stream().filter(EvidenceView::isUnsealed).toList();
    if (!doubts.isEmpty()) {
      to.add(new Statement("Unsealed", unsealed(doubts)));
    }
    if (!summary.gaps().isEmpty()) {
      to.add(new Statement("Gaps", named(summary)));
    }
  }

  /** Whether a problem is about lines without a seal. */
  static boolean isUnsealed(ReportProblem problem) {
    return problem.weight() == ReportProblem.Weight.DOUBT
        && problem.what().startsWith("lines after the last seal");
  }

  private static String voided(ParitySummary summary) {
    long calls = Sums.of(summary.voided().stream().mapToLong(VoidedSession::intercepted));
    return Figures.count(summary.voided().size(), "session", "sessions")
        + " with "
        + Figures.count(calls, "intercepted call", "intercepted calls")
        + " in no figure, because who changed one line could seal all others again: "
        + summary.voided().stream()
            .limit(MOST_NAMED)
            .map(
                v ->
                    VisibleText.line(v.entry().session(), 60)
                        + " on "
                        + VisibleText.line(v.entry().host(), 60))
            .collect(Collectors.joining(", "))
        + more(summary.voided().size())
        + ".";
  }

  private static String unsealed(List<ReportProblem> doubts) {
    return "Lines without a seal are in no figure. "
        + doubts.stream()
            .limit(MOST_NAMED)
            .map(
                p ->
                    VisibleText.line(p.place(), 200) + ": " + VisibleText.line(p.what(), 400) + ".")
            .collect(Collectors.joining(" "))
        + more(doubts.size());
  }

  private static String named(ParitySummary summary) {
    ZoneId zone = summary.period().zone();
    return "No evidence that counting went on "
        + summary.gaps().stream()
            .limit(MOST_NAMED)
            .map(gap -> named(gap, zone))
            .collect(Collectors.joining(", "))
        + more(summary.gaps().size())
        + ".";
  }

  private static String named(CountingGap gap, ZoneId zone) {
    var from = gap.from().atZone(zone);
    var to = gap.to().atZone(zone);
    boolean oneDay = from.toLocalDate().equals(to.toLocalDate());
    return "from "
        + DAY_AND_MINUTE.format(from)
        + " to "
        + (oneDay ? MINUTE : DAY_AND_MINUTE).format(to)
        + " in session "
        + VisibleText.line(gap.session(), 60);
  }

  private static String more(int size) {
    return size > MOST_NAMED ? " and " + (size - MOST_NAMED) + " more" : "";
  }
}
