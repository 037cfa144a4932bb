package io.understudy.report.summary;

import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * The days of a report. Immutable.
 *
 * @param zone the time zone of the days
 * @param from the first day; null for no limit
 * @param to the last day, included; null for no limit
 */
public record ReportPeriod(ZoneId zone, @Nullable LocalDate from, @Nullable LocalDate to) {
  /** Returns the period of all days. */
  public static ReportPeriod all(ZoneId zone) {
    return new ReportPeriod(zone, null, null);
  }

  /** Whether the day belongs to the period. */
  public boolean covers(LocalDate day) {
    return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
  }

  /** Whether the period has a first or a last day. */
  public boolean isLimited() {
    return from != null || to != null;
  }
}
