package io.understudy.value;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The values of ThreeTen, which is {@code java.time} as it was before Java 8: each prints as its
 * namesake does, and is read from that.
 */
final class ThreeTen {
  private ThreeTen() {}

  /** The shape of a class of {@code org.threeten.bp}. */
  static Shape of(Class<?> type) throws ReflectiveOperationException {
    switch (type.getName()) {
      case "org.threeten.bp.Instant":
        return ScalarShape.fixed(type, Scalar.INSTANT, at -> Instant.parse(at.toString()));
      case "org.threeten.bp.OffsetDateTime":
        return ScalarShape.fixed(
            type, Scalar.INSTANT, at -> OffsetDateTime.parse(at.toString()).toInstant());
      case "org.threeten.bp.ZonedDateTime":
        // Not by its own text: the two may know other rules of a zone.
        Function<Object, @Nullable Object> instant = Accessors.method(type, "toInstant");
        return ScalarShape.fixed(
            type, Scalar.INSTANT, at -> Instant.parse(String.valueOf(instant.apply(at))));
      case "org.threeten.bp.LocalDate":
        return ScalarShape.fixed(type, Scalar.LOCAL_DATE, day -> LocalDate.parse(day.toString()));
      case "org.threeten.bp.LocalTime":
        return ScalarShape.fixed(type, Scalar.LOCAL_TIME, at -> LocalTime.parse(at.toString()));
      case "org.threeten.bp.LocalDateTime":
        return ScalarShape.fixed(
            type, LocalDateTime.class, at -> LocalDateTime.parse(at.toString()));
      case "org.threeten.bp.Duration":
        return ScalarShape.fixed(type, Duration.class, of -> Duration.parse(of.toString()));
      case "org.threeten.bp.Period":
        return ScalarShape.fixed(type, Period.class, of -> Period.parse(of.toString()));
      case "org.threeten.bp.YearMonth":
        return ScalarShape.fixed(type, YearMonth.class, of -> YearMonth.parse(of.toString()));
      case "org.threeten.bp.Year":
        return ScalarShape.fixed(type, Year.class, of -> Year.of(Integer.parseInt(of.toString())));
      default:
        return ScalarShape.fixed(type, Scalar.OTHER, UnaryOperator.identity());
    }
  }
}
