package io.understudy.report.summary;

import io.understudy.journal.Conduct;
import io.understudy.journal.Sums;
import java.util.List;
import java.util.Optional;

/**
 * The results of one call point. Immutable.
 *
 * @param key the application and the name
 * @param control the control's method in the latest session; empty where unknown
 * @param candidate the candidate's method in the latest session; empty where unknown
 * @param score the score of the period
 * @param days the score of each day with calls, in order
 * @param hours the calls of each hour of the day with calls, in order
 * @param builds the score of each build, in order of appearance; the last one is the present build
 * @param reasons why calls reached no verdict, the most frequent first
 * @param conduct what candidates did besides answering, by the texts of {@link Conduct}
 * @param broken verdicts that follow a break of their order, by the fate of the call that broke it
 * @param unwoven why no call was intercepted: no class of the control is woven; empty otherwise
 * @param rules what each comparison rule did
 * @param acceptances what each acceptance covered
 * @param noise what repeated calls show about noise
 * @param latencies the latencies of both sides, and the cost of capturing
 */
public record PointSummary(
    PointKey key,
    String control,
    String candidate,
    Score score,
    List<DayScore> days,
    List<HourCoverage> hours,
    List<BuildScore> builds,
    List<ReasonCount> reasons,
    List<ReasonCount> conduct,
    List<ReasonCount> broken,
    String unwoven,
    List<RuleUse> rules,
    List<AcceptanceUse> acceptances,
    PointNoise noise,
    PointLatencies latencies) {
  /** Creates the summary with copies of the lists. */
  public PointSummary {
    days = List.copyOf(days);
    hours = List.copyOf(hours);
    builds = List.copyOf(builds);
    reasons = List.copyOf(reasons);
    conduct = List.copyOf(conduct);
    broken = List.copyOf(broken);
    rules = List.copyOf(rules);
    acceptances = List.copyOf(acceptances);
  }

  /** Whether calls have no verdict or were not counted in some hour of the day. */
  public boolean isIncomplete() {
    return hours.stream().anyMatch(HourCoverage::isIncomplete);
  }

  /** Returns the time in which calls were neither taken nor counted, in milliseconds. */
  public long pausedMillis() {
    return hours.stream().mapToLong(HourCoverage::pausedMillis).sum();
  }

  /** Returns how often candidates did this besides answering; see {@link Conduct}. */
  public long conduct(String text) {
    return Sums.of(
        conduct.stream().filter(each -> each.reason().equals(text)).mapToLong(ReasonCount::count));
  }

  /** Returns the number of verdicts that follow a break of their order. */
  public long afterBreaks() {
    return Sums.of(broken.stream().mapToLong(ReasonCount::count));
  }

  /** Returns the number of compared calls in which the candidate called the control or is it. */
  public long compromised() {
    return Math.min(
        score.books().compared(),
        Sums.plus(conduct(Conduct.CALLED_CONTROL), conduct(Conduct.SAME_CODE)));
  }

  /**
   * Returns parity as if the calls that differ only in noise had matched; empty where there is no
   * such call or no score. Always show it together with raw parity.
   */
  public Optional<Parity> adjusted() {
    return PointNoise.adjusted(score, noise.onlyNoise());
  }
}
