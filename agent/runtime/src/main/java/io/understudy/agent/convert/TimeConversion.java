package io.understudy.agent.convert;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Calendar;
import java.util.Date;
import java.util.GregorianCalendar;
import org.jspecify.annotations.Nullable;

/** Converts points in time, days and times of day where nothing is lost or added. Stateless. */
final class TimeConversion {
  private static final int NANOS_PER_MILLI = 1_000_000;

  private TimeConversion() {}

  /**
   * Returns a point in time as an object of another class. A zone is never invented: only objects
   * that have a zone become objects with one.
   *
   * @param live the object
   * @param instant its plain form
   * @return null if there is no object of the class that means exactly this
   */
  static @Nullable Object ofInstant(Object live, Object instant, Class<?> to) {
    if (to.isInstance(instant)) {
      return instant;
    }
    if (to == Date.class && instant instanceof Instant) {
      return date((Instant) instant);
    }
    ZonedDateTime zoned = zoned(live);
    if (zoned == null) {
      return null;
    }
    if (to == ZonedDateTime.class) {
      return zoned;
    }
    return to == OffsetDateTime.class ? zoned.toOffsetDateTime() : null;
  }

  private static @Nullable Date date(Instant instant) {
    if (instant.getNano() % NANOS_PER_MILLI != 0) {
      return null;
    }
    try {
      return new Date(instant.toEpochMilli());
    } catch (ArithmeticException tooFar) {
      return null;
    }
  }

  private static @Nullable ZonedDateTime zoned(Object live) {
    if (live instanceof OffsetDateTime) {
      return ((OffsetDateTime) live).toZonedDateTime();
    }
    // Only the JDK's own class: a subclass of the application may override its methods.
    return live instanceof Calendar && live.getClass() == GregorianCalendar.class
        ? ((GregorianCalendar) live).toZonedDateTime()
        : null;
  }

  /** Returns a day or time of day, in its plain form; null if the class is another. */
  static @Nullable Object ofLocal(Object plain, Class<?> to) {
    boolean isPlain = plain instanceof LocalDate || plain instanceof LocalTime;
    return isPlain && to.isInstance(plain) ? plain : null;
  }
}
