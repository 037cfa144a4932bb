package io.understudy.compare.rule;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.Temporal;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Parses and prints spans of time, and measures the distance of two values. A day is 24 hours. */
final class TimeSpans {
  private static final Pattern WRITTEN =
      Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*(ns|us|ms|s|min|m|h|d|days?)");

  private static final BigInteger NANOS = BigInteger.valueOf(1_000_000_000);

  /** Nanoseconds of each unit, the largest first. */
  private static final Map<String, BigInteger> UNITS = new LinkedHashMap<>();

  static {
    unit("day", 86_400, NANOS);
    unit("h", 3_600, NANOS);
    unit("min", 60, NANOS);
    unit("s", 1, NANOS);
    unit("ms", 1_000_000, BigInteger.ONE);
    unit("us", 1_000, BigInteger.ONE);
    unit("ns", 1, BigInteger.ONE);
  }

  private TimeSpans() {}

  private static void unit(String name, long count, BigInteger of) {
    UNITS.put(name, BigInteger.valueOf(count).multiply(of));
  }

  /**
   * Parses {@code 5s}, {@code 100ms}, {@code 1.5 h}, {@code 2 days}; null for another text.
   *
   * @throws ArithmeticException when it is not a whole number of nanoseconds, or too long
   */
  static @Nullable Duration parse(String text) {
    Matcher written = WRITTEN.matcher(text.toLowerCase(Locale.ROOT));
    if (!written.matches()) {
      return null;
    }
    String name = written.group(2);
    String unit = name.startsWith("d") ? "day" : name.equals("m") ? "min" : name;
    BigInteger nanos =
        new BigDecimal(written.group(1))
            .multiply(new BigDecimal(UNITS.getOrDefault(unit, BigInteger.ONE)))
            .toBigIntegerExact();
    BigInteger[] parts = nanos.divideAndRemainder(NANOS);
    return Duration.ofSeconds(parts[0].longValueExact(), parts[1].longValueExact());
  }

  /** Prints a span in the largest unit of which it is a whole number. */
  static String text(Duration span) {
    BigInteger nanos =
        BigInteger.valueOf(span.getSeconds())
            .multiply(NANOS)
            .add(BigInteger.valueOf(span.getNano()));
    for (Map.Entry<String, BigInteger> unit : UNITS.entrySet()) {
      BigInteger[] parts = nanos.divideAndRemainder(unit.getValue());
      if (nanos.signum() != 0 && parts[1].signum() == 0) {
        boolean days = unit.getKey().equals("day");
        return parts[0]
            + (days ? " day" + (parts[0].equals(BigInteger.ONE) ? "" : "s") : unit.getKey());
      }
    }
    return "0s";
  }

  /** Whether a plain form is a point or a span of time with a distance to others. */
  static boolean isMeasurable(Object plain) {
    return plain instanceof Instant
        || plain instanceof LocalDate
        || plain instanceof LocalTime
        || plain instanceof LocalDateTime
        || plain instanceof Duration;
  }

  /**
   * Returns the distance of two plain forms, 0 or more; null where they have different classes or
   * it is too long.
   */
  static @Nullable Duration between(Object a, Object b) {
    if (!isMeasurable(a) || a.getClass() != b.getClass()) {
      return null;
    }
    if (a instanceof Duration) {
      return minus((Duration) a, (Duration) b);
    }
    if (a instanceof LocalDate) {
      return Duration.ofDays(Math.abs(((LocalDate) a).toEpochDay() - ((LocalDate) b).toEpochDay()));
    }
    return Duration.between((Temporal) a, (Temporal) b).abs();
  }

  // The distance of two durations may exceed the longest duration.
  private static @Nullable Duration minus(Duration a, Duration b) {
    try {
      return a.minus(b).abs();
    } catch (ArithmeticException tooFar) {
      return null;
    }
  }
}
