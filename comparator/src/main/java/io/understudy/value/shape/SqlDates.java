package io.understudy.value.shape;

import io.understudy.value.Kind;
import io.understudy.value.Scalar;
import java.sql.Date;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Calendar;
import java.util.GregorianCalendar;
import org.jspecify.annotations.Nullable;

/**
 * The shapes of the date types of {@code java.sql}. This class is loaded only when one of them
 * occurs, because not every JVM has the module.
 */
final class SqlDates {
  /** 1583-01-02: from here on every calendar and zone agrees with ISO on years and days. */
  private static final long GREGORIAN = -12_212_467_200_000L;

  private SqlDates() {}

  static @Nullable Shape of(Class<?> type) {
    if (type == Date.class) {
      return day(type);
    }
    if (type == Time.class) {
      // toLocalTime() would drop the milliseconds.
      return ScalarShape.changing(
          type,
          Scalar.LOCAL_TIME,
          time -> new Time(((Time) time).getTime()),
          time ->
              Instant.ofEpochMilli(((Time) time).getTime())
                  .atZone(ZoneId.systemDefault())
                  .toLocalTime());
    }
    return type == Timestamp.class
        ? ScalarShape.changing(
            type,
            Scalar.INSTANT,
            at -> ((Timestamp) at).clone(),
            at -> ((Timestamp) at).toInstant())
        : null;
  }

  /** The shape of {@code java.sql.Date}, or of a class that adds nothing to it. */
  static Shape day(Class<?> type) {
    return new DayShape(type);
  }

  // toLocalDate() drops the era (JDK-8272194). Like it, this keeps the numbers that a date prints,
  // which before 1582 are those of the Julian calendar.
  private static LocalDate day(Date date) {
    if (date.getTime() >= GREGORIAN) {
      return date.toLocalDate();
    }
    GregorianCalendar calendar = calendar(date);
    int year = calendar.get(Calendar.YEAR);
    return LocalDate.of(
        calendar.get(Calendar.ERA) == GregorianCalendar.BC ? 1 - year : year,
        calendar.get(Calendar.MONTH) + 1,
        calendar.get(Calendar.DAY_OF_MONTH));
  }

  private static GregorianCalendar calendar(Date date) {
    GregorianCalendar calendar = new GregorianCalendar();
    calendar.setTimeInMillis(date.getTime());
    return calendar;
  }

  /** Days are local dates, except the leap days that only the Julian calendar has. */
  private static final class DayShape extends Shape {
    private final ScalarShape local;
    private final Shape julian;

    DayShape(Class<?> type) {
      super(Kind.SCALAR, type.getName());
      local =
          ScalarShape.changing(
              type, Scalar.LOCAL_DATE, date -> ((Date) date).clone(), date -> day((Date) date));
      julian =
          ScalarShape.changing(
              type,
              Scalar.OTHER,
              date -> ((Date) date).clone(),
              date -> "29 February of the Julian calendar, " + ((Date) date).getTime());
    }

    @Override
    Shape at(Object live, Shapes shapes) {
      return isJulianOnly((Date) live) ? julian : local;
    }

    private static boolean isJulianOnly(Date date) {
      if (date.getTime() >= GREGORIAN) {
        return false;
      }
      try {
        day(date);
        return false;
      } catch (DateTimeException notOfIso) {
        return true;
      }
    }

    @Override
    public Scalar scalar() {
      return Scalar.LOCAL_DATE;
    }

    @Override
    public Object keep(Object scalar) {
      return local.keep(scalar);
    }

    @Override
    public Object plain(Object scalar) {
      return local.plain(scalar);
    }

    @Override
    public long bytes(Object scalar) {
      return local.bytes(scalar);
    }
  }
}
