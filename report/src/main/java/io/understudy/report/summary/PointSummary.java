package io.understudy.report.summary;

import java.util.List;
import java.util.Optional;

/**
 * All about one call point. Immutable.
 *
 * @param key application and name
 * @param control the control's method, as last configured
 * @param candidate the candidate's method, as last configured
 * @param score of the period
 * @param days day by day, days without calls left out
 * @param builds what each build has shown, in the order in which they appeared; the last is the
 *     present one
 * @param reasons why calls reached no verdict, the most frequent first
 * @param rules what each rule of comparing did
 * @param acceptances what was accepted, by what agreement
 * @param noise how often the control disagreed with itself
 * @param latencies of both sides, and what capturing cost
 */
public record PointSummary(
    PointKey key,
    String control,
    String candidate,
    Score score,
    List<DayScore> days,
    List<BuildScore> builds,
    List<ReasonCount> reasons,
    List<RuleUse> rules,
    List<AcceptanceUse> acceptances,
    PointNoise noise,
    PointLatencies latencies) {
  /** States a call point's evidence. */
  public PointSummary {
    days = List.copyOf(days);
    builds = List.copyOf(builds);
    reasons = List.copyOf(reasons);
    rules = List.copyOf(rules);
    acceptances = List.copyOf(acceptances);
  }

  /**
   * Parity as it would be if calls that differ only in noise had matched; empty where there are no
   * such calls. Never to be shown without the raw one.
   */
  public Optional<Parity> adjusted() {
    return PointNoise.adjusted(score, noise.onlyNoise());
  }
}
