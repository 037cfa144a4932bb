package io.understudy.value.library;

import io.understudy.value.Scalar;
import io.understudy.value.shape.Accessors;
import io.understudy.value.shape.Shape;
import io.understudy.value.shape.ShapeFactory;
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
 * The shapes of the values of ThreeTen, the predecessor of {@code java.time}. A value prints like
 * the {@code java.time} type of the same name, so it is parsed from its text.
 */
final class ThreeTen {
  private ThreeTen() {}

  /** The shape of a class of {@code org.threeten.bp}. */
  static Shape of(Class<?> type) throws ReflectiveOperationException {
    switch (type.getName()) {
      case "org.threeten.bp.Instant":
        return ShapeFactory.scalar(type, Scalar.INSTANT, at -> Instant.parse(at.toString()));
      case "org.threeten.bp.OffsetDateTime":
        return ShapeFactory.scalar(
            type, Scalar.INSTANT, at -> OffsetDateTime.parse(at.toString()).toInstant());
      case "org.threeten.bp.ZonedDateTime":
        // Not parsed from its text, because the two libraries may have different zone rules.
        Function<Object, @Nullable Object> instant = Accessors.method(type, "toInstant");
        return ShapeFactory.scalar(
            type, Scalar.INSTANT, at -> Instant.parse(String.valueOf(instant.apply(at))));
      case "org.threeten.bp.LocalDate":
        return ShapeFactory.scalar(type, Scalar.LOCAL_DATE, day -> LocalDate.parse(day.toString()));
      case "org.threeten.bp.LocalTime":
        return ShapeFactory.scalar(type, Scalar.LOCAL_TIME, at -> LocalTime.parse(at.toString()));
      case "org.threeten.bp.LocalDateTime":
        return ShapeFactory.scalar(
            type, LocalDateTime.class, at -> LocalDateTime.parse(at.toString()));
      case "org.threeten.bp.Duration":
        return ShapeFactory.scalar(type, Duration.class, of -> Duration.parse(of.toString()));
      case "org.threeten.bp.Period":
        return ShapeFactory.scalar(type, Period.class, of -> Period.parse(of.toString()));
      case "org.threeten.bp.YearMonth":
        return ShapeFactory.scalar(type, YearMonth.class, of -> YearMonth.parse(of.toString()));
      case "org.threeten.bp.Year":
        return ShapeFactory.scalar(
            type, Year.class, of -> Year.of(Integer.parseInt(of.toString())));
      default:
        return ShapeFactory.scalar(type, Scalar.OTHER, UnaryOperator.identity());
    }
  }
}
