package io.understudy.report.summary;

import java.time.LocalDate;

/**
 * How many calls one JVM accepted by one acceptance on one day. Immutable.
 *
 * @param day the day in UTC, because the agent counts its limits by days in UTC
 * @param calls the accepted calls
 * @param verdicts all verdicts of the call point in that JVM on that day
 */
public record AcceptancePeak(LocalDate day, long calls, long verdicts) {
  /** The smallest base of a share. The agent uses the same one for its limits. */
  private static final long LEAST_VERDICTS = 1_000;

  /** Returns accepted calls / verdicts, from 0 to 1, with at least 1,000 verdicts as the base. */
  public double share() {
    return (double) calls / Math.max(verdicts, LEAST_VERDICTS);
  }
}
