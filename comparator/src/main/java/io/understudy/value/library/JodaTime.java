package io.understudy.value.library;

import io.understudy.value.Scalar;
import io.understudy.value.Supertypes;
import io.understudy.value.shape.Accessors;
import io.understudy.value.shape.Shape;
import io.understudy.value.shape.ShapeFactory;
import java.lang.reflect.Field;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The shapes of Joda-Time values. They are compared as the {@code java.time} value with the same
 * meaning; a date of any calendar is the ISO date of the same day. Periods and values without such
 * a meaning are compared by their equals.
 */
final class JodaTime {
  private static final long DAY = 86_400_000L;
  private static final long MICROS = 1_000_000L;

  private JodaTime() {}

  /** The shape of an immutable class of {@code org.joda.time}. */
  static Shape of(Class<?> type) throws ReflectiveOperationException {
    Class<?> instant = Supertypes.named(type, "org.joda.time.ReadableInstant");
    if (instant != null) {
      Function<Object, @Nullable Object> millis = Accessors.method(instant, "getMillis");
      return ShapeFactory.scalar(
          type, Scalar.INSTANT, at -> Instant.ofEpochMilli(count(millis, at)));
    }
    switch (type.getName()) {
      case "org.joda.time.LocalDate":
        Function<Object, @Nullable Object> start = inUtc(type, "toDateTimeAtStartOfDay");
        return ShapeFactory.scalar(
            type,
            Scalar.LOCAL_DATE,
            day -> LocalDate.ofEpochDay(Math.floorDiv(count(start, day), DAY)));
      case "org.joda.time.LocalTime":
        Function<Object, @Nullable Object> millis = Accessors.method(type, "getMillisOfDay");
        return ShapeFactory.scalar(
            type, Scalar.LOCAL_TIME, time -> LocalTime.ofNanoOfDay(count(millis, time) * MICROS));
      case "org.joda.time.LocalDateTime":
        Function<Object, @Nullable Object> at = inUtc(type, "toDateTime");
        return ShapeFactory.scalar(
            type,
            LocalDateTime.class,
            time -> LocalDateTime.ofInstant(Instant.ofEpochMilli(count(at, time)), ZoneOffset.UTC));
      case "org.joda.time.Duration":
        Function<Object, @Nullable Object> length = Accessors.method(type, "getMillis");
        return ShapeFactory.scalar(
            type, Duration.class, of -> Duration.ofMillis(count(length, of)));
      default:
        return ShapeFactory.scalar(type, Scalar.OTHER, UnaryOperator.identity());
    }
  }

  /** The shape of a mutable instant class; {@link #of} finds the immutable ones before. */
  static Shape mutable(Class<?> type, Class<?> api, Set<String> names)
      throws ReflectiveOperationException {
    Function<Object, @Nullable Object> millis = Accessors.method(api, "getMillis");
    return ShapeFactory.standIn(type.getName(), at -> Instant.ofEpochMilli(count(millis, at)));
  }

  /** The function that converts a local time to milliseconds since 1970, read as UTC. */
  private static Function<Object, @Nullable Object> inUtc(Class<?> type, String method)
      throws ReflectiveOperationException {
    Class<?> zone = Class.forName("org.joda.time.DateTimeZone", false, type.getClassLoader());
    Field utc = zone.getField("UTC"); // Not read here, since that may initialise the class.
    BiFunction<Object, Object, @Nullable Object> zoned = Accessors.method(type, method, zone);
    Function<Object, @Nullable Object> millis =
        Accessors.method(type.getMethod(method, zone).getReturnType(), "getMillis");
    return local -> {
      try {
        Object in = Accessors.present(utc.get(null));
        return millis.apply(Accessors.present(zoned.apply(local, in)));
      } catch (IllegalAccessException impossible) {
        throw new Accessors.UnreadableException(impossible);
      }
    };
  }

  private static long count(Function<Object, @Nullable Object> method, Object of) {
    return ((Number) Accessors.present(method.apply(of))).longValue();
  }
}
