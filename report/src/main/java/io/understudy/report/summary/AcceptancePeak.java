package io.understudy.report.summary;

import java.time.LocalDate;
import java.util.Comparator;

/**
 * How much was accepted by one JVM on one day of UTC. Immutable.
 *
 * @param day in UTC
 * @param calls that were accepted
 * @param verdicts of the call point
 */
public record AcceptancePeak(LocalDate day, long calls, long verdicts) {
  /** A share is taken of at least so many verdicts, as the agent does. */
  static final long LEAST_VERDICTS = 1_000;

  /** By calls; of equal ones, the latest. */
  public static final Comparator<AcceptancePeak> BY_CALLS =
      Comparator.comparingLong(AcceptancePeak::calls).thenComparing(AcceptancePeak::day);

  /** By share; of equal ones, the latest. */
  public static final Comparator<AcceptancePeak> BY_SHARE =
      Comparator.comparingDouble(AcceptancePeak::share).thenComparing(AcceptancePeak::day);

  /** The share of verdicts that was accepted, from 0 to 1. */
  public double share() {
    return (double) calls / Math.max(verdicts, LEAST_VERDICTS);
  }
}
