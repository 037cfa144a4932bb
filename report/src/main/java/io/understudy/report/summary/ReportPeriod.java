package io.understudy.report.summary;

import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Which days a report is about, in which zone. Immutable.
 *
 * @param zone where the days begin
 * @param from the first day; null for no limit
 * @param to the last day, included; null for no limit
 */
public record ReportPeriod(ZoneId zone, @Nullable LocalDate from, @Nullable LocalDate to) {
  /** All days. */
  public static ReportPeriod all(ZoneId zone) {
    return new ReportPeriod(zone, null, null);
  }

  /** Whether a day belongs to it. */
  public boolean covers(LocalDate day) {
    return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
  }

  /** Whether it is limited on either side. */
  public boolean isLimited() {
    return from != null || to != null;
  }
}
