package io.understudy.report.render.text;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How figures are written, alike in every form of the report. English, whatever the system's. */
public final class Figures {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);
  private static final DateTimeFormatter SHORT_DAY =
      DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ENGLISH);
  private static final String[] UNITS = {"ns", "µs", "ms", "s"};

  private Figures() {}

  /** {@code 1,234,567}. */
  public static String count(long n) {
    return String.format(Locale.ENGLISH, "%,d", n);
  }

  /** {@code 1 call}, {@code 2 calls}. */
  public static String count(long n, String one, String many) {
    return count(n) + " " + (n == 1 ? one : many);
  }

  /** A decimal as people write it; {@code 1E+30} where that would be long. */
  public static String decimal(BigDecimal value) {
    return Math.abs(value.scale()) > 20 ? value.toString() : value.toPlainString();
  }

  /** Three figures and a unit: {@code 412 ns}, {@code 3.41 µs}, {@code 12.0 ms}, {@code 95.3 s}. */
  public static String duration(double nanos) {
    double value = nanos;
    int unit = 0;
    // 999.6 would be printed as 1000.
    while (unit < UNITS.length - 1 && value >= 999.5) {
      value /= 1_000;
      unit++;
    }
    String pattern =
        unit == 0 || value >= 99.95 ? "%.0f %s" : value >= 9.995 ? "%.1f %s" : "%.2f %s";
    return String.format(Locale.ENGLISH, pattern, value, UNITS[unit]);
  }

  /** {@code 3 November 2026}. */
  public static String day(LocalDate day) {
    return DAY.format(day);
  }

  /** {@code 3 Nov}. */
  public static String shortDay(LocalDate day) {
    return SHORT_DAY.format(day);
  }

  /** {@code 2026-11-03 14:05:09} in a zone. */
  public static String moment(Instant moment, ZoneId zone) {
    return MOMENT.format(moment.atZone(zone));
  }

  /** The beginning of a hash, enough to tell it from others; {@code unknown} where empty. */
  public static String hash(String hash) {
    String text = hash.startsWith("sha256:") ? hash.substring(7) : hash;
    return text.isEmpty()
        ? "unknown"
        : VisibleText.line(text.length() > 12 ? text.substring(0, 12) : text);
  }
}
