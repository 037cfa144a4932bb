package io.understudy.report.summary;

/**
 * The calls of one call point in one hour of the day, over all days of the period. Immutable.
 *
 * @param hour the hour in the report's zone, 0 to 23
 * @param intercepted the number of intercepted calls
 * @param verdicts the number of calls that reached a verdict
 * @param shed the number of calls that were shed, such as by the budget
 * @param pausedMillis the time in which calls were neither taken nor counted, over all JVMs
 */
public record HourCoverage(
    int hour, long intercepted, long verdicts, long shed, long pausedMillis) {
  /** Returns the share of calls that reached a verdict; 0 where there is no call. */
  public double coverage() {
    return intercepted == 0 ? 0 : Math.min(1, (double) verdicts / intercepted);
  }

  /** Whether calls may be missing: some have no verdict, or were not counted. */
  public boolean isIncomplete() {
    return verdicts < intercepted || pausedMillis > 0;
  }
}
