package io.understudy.compare.explain;

import java.time.LocalDate;

/**
 * The Julian calendar. {@code java.util.Date} and related types use it before 15 October 1582,
 * java.time never does, so the same year, month and day are two different days.
 */
final class JulianCalendar {
  /** The Julian day number of 1970-01-01 in days of java.time. */
  private static final long EPOCH = 2_440_588;

  private JulianCalendar() {}

  /**
   * Returns the day of the same year, month and day in the Julian calendar; {@code date} from 1583
   * on.
   */
  static LocalDate readAs(LocalDate date) {
    if (date.getYear() >= 1583 || date.getYear() < -4711) {
      return date;
    }
    // Julian day number after Richards, Explanatory Supplement to the Astronomical Almanac, 2013.
    long before = (14 - date.getMonthValue()) / 12;
    long year = date.getYear() + 4800L - before;
    long month = date.getMonthValue() + 12 * before - 3;
    long number = date.getDayOfMonth() + (153 * month + 2) / 5 + 365 * year + year / 4 - 32_083;
    return LocalDate.ofEpochDay(number - EPOCH);
  }
}
