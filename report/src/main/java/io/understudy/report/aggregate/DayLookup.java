package io.understudy.report.aggregate;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * Finds the day of a minute in a time zone, with its clock changes. Keeps the last day, because the
 * minutes of a journal are mostly in order. Not thread-safe.
 */
final class DayLookup {
  private static final long SECONDS = 60;

  private final ZoneId zone;
  private LocalDate day = LocalDate.EPOCH;
  private long begins = Long.MAX_VALUE;
  private long ends = Long.MIN_VALUE;

  DayLookup(ZoneId zone) {
    this.zone = zone;
  }

  /** Returns the day in which a minute begins; minutes are counted from the epoch. */
  LocalDate of(long minute) {
    long second = minute * SECONDS;
    if (second < begins || second >= ends) {
      day = Instant.ofEpochSecond(second).atZone(zone).toLocalDate();
      begins = day.atStartOfDay(zone).toEpochSecond();
      ends = day.plusDays(1).atStartOfDay(zone).toEpochSecond();
    }
    return day;
  }
}
