package io.understudy.agent.http;

import io.understudy.value.Scalar;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/**
 * Values of the JDK that a JSON text or number stands for, where the control has such a value. A
 * text that is not exactly the canonical one stays a text, which is a difference. Stateless.
 */
final class GuidedScalars {
  private static final int MOST_TEXT = 200;

  /** By the class of the plain form; a text must be what {@code toString} gives. */
  private static final Map<String, Function<String, Object>> CANONICAL = canonical();

  private GuidedScalars() {}

  private static Map<String, Function<String, Object>> canonical() {
    Map<String, Function<String, Object>> readers = new HashMap<>();
    readers.put(Duration.class.getName(), Duration::parse);
    readers.put(Period.class.getName(), Period::parse);
    readers.put(Year.class.getName(), Year::parse);
    readers.put(YearMonth.class.getName(), YearMonth::parse);
    readers.put(MonthDay.class.getName(), MonthDay::parse);
    readers.put(OffsetTime.class.getName(), OffsetTime::parse);
    readers.put(ZoneOffset.class.getName(), ZoneOffset::of);
    readers.put("java.time.ZoneRegion", ZoneId::of);
    readers.put(UUID.class.getName(), UUID::fromString);
    readers.put(Currency.class.getName(), Currency::getInstance);
    readers.put(URI.class.getName(), URI::create);
    return Collections.unmodifiableMap(readers);
  }

  /** Returns what a text stands for; the text itself if it is no other value. */
  static Object text(String text, AnswerGuide guide) {
    Scalar sort = guide.sort();
    if (text.length() > MOST_TEXT || sort == Scalar.NONE || sort == Scalar.TEXT) {
      return text;
    }
    try {
      switch (sort) {
        case INSTANT:
          return OffsetDateTime.parse(text).toInstant();
        case LOCAL_DATE:
          return LocalDate.parse(text);
        case LOCAL_TIME:
          return LocalTime.parse(text);
        case OTHER:
          return other(text, guide.family());
        default:
          return text;
      }
    } catch (RuntimeException other) {
      // No such value: DateTimeException, IllegalArgumentException and others of the JDK's parsers.
      return text;
    }
  }

  private static Object other(String text, String family) {
    if (family.equals(LocalDateTime.class.getName())) {
      return LocalDateTime.parse(text);
    }
    Function<String, Object> reader = CANONICAL.get(family);
    if (reader == null) {
      return text;
    }
    Object value = reader.apply(text);
    // A parser may accept other texts too, such as an id with short groups.
    return value.toString().equals(text) ? value : text;
  }

  /**
   * Returns a number as it is compared. Where the control has a double or a float, the shortest
   * decimal of a double or float stands for it, since JSON has no other way to write it.
   */
  static Object number(BigDecimal number, AnswerGuide guide) {
    if (guide.sort() != Scalar.NUMBER) {
      return number;
    }
    Class<?> wanted = guide.numberClass();
    if (wanted == Double.class) {
      double value = number.doubleValue();
      boolean isIt =
          Math.abs(value) <= Double.MAX_VALUE
              && isShortest(number, new BigDecimal(value), value, false);
      return isIt ? (Object) value : number;
    }
    if (wanted == Float.class) {
      float value = number.floatValue();
      boolean isIt =
          Math.abs(value) <= Float.MAX_VALUE
              && isShortest(number, new BigDecimal(value), value, true);
      return isIt ? (Object) value : number;
    }
    return number;
  }

  /**
   * Whether a decimal is the closest to a binary number among those of its length, and no shorter
   * one denotes the same binary number.
   */
  private static boolean isShortest(
      BigDecimal written, BigDecimal exact, double value, boolean isFloat) {
    if (exact.signum() == 0) {
      return written.signum() == 0;
    }
    int digits = written.stripTrailingZeros().precision();
    if (digits > 17) {
      return exact.compareTo(written) == 0;
    }
    if (rounded(exact, digits).compareTo(written) != 0) {
      return false;
    }
    if (digits == 1) {
      return true;
    }
    BigDecimal shorter = rounded(exact, digits - 1);
    return isFloat ? shorter.floatValue() != (float) value : shorter.doubleValue() != value;
  }

  private static BigDecimal rounded(BigDecimal exact, int digits) {
    return exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
  }
}
