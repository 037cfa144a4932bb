package io.understudy.report.aggregate;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * Finds the day and the hour of a minute in a time zone, with its clock changes. Keeps the last
 * ones, because the minutes of a journal are mostly in order. Not thread-safe.
 */
final class DayLookup {
  private static final long SECONDS = 60;

  /** In seconds; clocks change at quarters. */
  private static final long QUARTER = 900;

  private final ZoneId zone;
  private LocalDate day = LocalDate.EPOCH;
  private long begins = Long.MAX_VALUE;
  private long ends = Long.MIN_VALUE;
  private int hour;
  private long hourBegins = Long.MAX_VALUE;
  private long hourEnds = Long.MIN_VALUE;

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

  /** Returns the hour of the day in which a minute begins, 0 to 23. */
  int hour(long minute) {
    long second = minute * SECONDS;
    if (second < hourBegins || second >= hourEnds) {
      ZonedDateTime time = Instant.ofEpochSecond(second).atZone(zone);
      hour = time.getHour();
      // A clock change may end an hour early, so the kept span is a quarter of an hour.
      hourBegins = second - Math.floorMod(second, QUARTER);
      hourEnds = hourBegins + QUARTER;
    }
    return hour;
  }
}
