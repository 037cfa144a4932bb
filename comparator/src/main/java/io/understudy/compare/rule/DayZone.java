package io.understudy.compare.rule;

import io.understudy.value.Scalar;
import io.understudy.value.shape.Shape;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * The time zone in which points in time mean days. Old code writes a day as its midnight in the
 * zone of the JVM, a {@code java.util.Date}; new code writes a {@code LocalDate}. Immutable.
 */
public final class DayZone {
  private final ZoneId zone;

  private DayZone(ZoneId zone) {
    this.zone = zone;
  }

  /**
   * Parses the name of a zone, such as {@code Europe/Berlin}, {@code UTC} or {@code +01:00}.
   *
   * @throws IllegalArgumentException when there is no such zone
   */
  public static DayZone parse(String name) {
    try {
      return new DayZone(ZoneId.of(name));
    } catch (DateTimeException unknown) {
      throw new IllegalArgumentException(
          "there is no time zone \""
              + name
              + "\"; expected one such as Europe/Berlin, UTC, +01:00");
    }
  }

  /** Returns the day of a date or a point in time; null for another scalar. */
  @Nullable LocalDate day(Shape shape, Object scalar) {
    Scalar sort = shape.scalar();
    if (sort != Scalar.INSTANT && sort != Scalar.LOCAL_DATE && sort != Scalar.OTHER) {
      return null;
    }
    Object plain = shape.plain(scalar);
    if (plain instanceof LocalDate) {
      return (LocalDate) plain;
    }
    if (plain instanceof LocalDateTime) {
      return ((LocalDateTime) plain).toLocalDate();
    }
    try {
      return plain instanceof Instant ? ((Instant) plain).atZone(zone).toLocalDate() : null;
    } catch (DateTimeException tooFar) {
      return null; // Instant.MAX is in no year of a zone with a positive offset.
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof DayZone && zone.equals(((DayZone) other).zone);
  }

  @Override
  public int hashCode() {
    return zone.hashCode();
  }

  /** Returns text that {@link #parse} reads. */
  @Override
  public String toString() {
    return zone.getId();
  }
}
