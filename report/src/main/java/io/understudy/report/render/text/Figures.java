package io.understudy.report.render.text;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Formats counts, durations, days and hashes. Always English, whatever the locale of the JVM. */
public final class Figures {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);
  private static final DateTimeFormatter SHORT_DAY =
      DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ENGLISH);
  private static final String[] UNITS = {"ns", "µs", "ms", "s"};

  private Figures() {}

  /** Formats a count: {@code 1,234,567}. */
  public static String count(long n) {
    // Without a formatter, which takes microseconds: a report of a year has a million counts.
    StringBuilder out = new StringBuilder().append(n);
    int first = n < 0 ? 1 : 0;
    for (int at = out.length() - 3; at > first; at -= 3) {
      out.insert(at, ',');
    }
    return out.toString();
  }

  /** Formats a count with its noun: {@code 1 call}, {@code 2 calls}. */
  public static String count(long n, String one, String many) {
    return count(n) + " " + (n == 1 ? one : many);
  }

  /** Formats a decimal without an exponent; with one, such as {@code 1E+30}, where it is long. */
  public static String decimal(BigDecimal value) {
    return Math.abs(value.scale()) > 20 ? value.toString() : value.toPlainString();
  }

  /**
   * Formats a duration with three digits and a unit: {@code 412 ns}, {@code 3.41 µs}, {@code 95.3
   * s}.
   */
  public static String duration(double nanos) {
    double value = nanos;
    int unit = 0;
    // 999.6 would print as 1000, so it takes the next unit.
    while (unit < UNITS.length - 1 && value >= 999.5) {
      value /= 1_000;
      unit++;
    }
    String pattern =
        unit == 0 || value >= 99.95 ? "%.0f %s" : value >= 9.995 ? "%.1f %s" : "%.2f %s";
    return String.format(Locale.ENGLISH, pattern, value, UNITS[unit]);
  }

  /** Formats a day: {@code 3 November 2026}. */
  public static String day(LocalDate day) {
    return DAY.format(day);
  }

  /** Formats a day without its year: {@code 3 Nov}. */
  public static String shortDay(LocalDate day) {
    return SHORT_DAY.format(day);
  }

  /** Formats a moment in a time zone: {@code 2026-11-03 14:05:09}. */
  public static String moment(Instant moment, ZoneId zone) {
    return MOMENT.format(moment.atZone(zone));
  }

  /** Returns the first 12 characters of a hash; {@code unknown} where it is empty. */
  public static String hash(String hash) {
    String text = hash.startsWith("sha256:") ? hash.substring(7) : hash;
    return text.isEmpty()
        ? "unknown"
        : VisibleText.line(text.length() > 12 ? text.substring(0, 12) : text);
  }
}
