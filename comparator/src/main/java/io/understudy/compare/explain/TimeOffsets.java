package io.understudy.compare.explain;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;

/** Explains the span between two moments. */
final class TimeOffsets {
  private static final int NANO_DIGITS = 9;
  private static final long QUARTER = 15 * 60;
  private static final long HOUR = 3_600;
  private static final long DAY = 24 * HOUR;

  /** Zone offsets are between -12:00 and +14:00. */
  private static final long MOST_OFFSET = 14 * HOUR;

  private TimeOffsets() {}

  /**
   * Explains a span from control to candidate.
   *
   * @param saving the seconds of daylight saving at that time; 0 for none or unknown
   */
  static void explain(Duration span, long saving, ExplanationList found) {
    long seconds = span.getSeconds();
    long size = Math.abs(seconds);
    if (span.getNano() != 0 || size == 0) {
      return;
    }
    found.addIf(saving != 0 && size == Math.abs(saving), "daylight saving");
    found.addIf(size == 12 * HOUR, "twelve hours");
    if (size % QUARTER == 0 && size <= MOST_OFFSET) {
      found.add("time zone " + offset(seconds));
    }
    found.addIf(size == HOUR, "off by one hour");
    found.addIf(size == DAY, "off by one day");
    found.addIf(size == 60, "off by one minute");
    found.addIf(size == 1, "off by one second");
  }

  /** Returns a span as seconds with decimals. */
  static BigDecimal seconds(Duration span) {
    return BigDecimal.valueOf(span.getSeconds())
        .add(BigDecimal.valueOf(span.getNano(), NANO_DIGITS))
        .stripTrailingZeros();
  }

  private static String offset(long seconds) {
    long size = Math.abs(seconds);
    return String.format(
        Locale.ROOT, "%s%02d:%02d", seconds < 0 ? "-" : "+", size / HOUR, size % HOUR / 60);
  }
}
