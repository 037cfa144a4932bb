package io.understudy.value.shape;

import io.understudy.value.Scalar;
import java.sql.Date;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * The shapes of the date types of {@code java.sql}. This class is loaded only when one of them
 * occurs, because not every JVM has the module.
 */
final class SqlDates {
  private SqlDates() {}

  static @Nullable Shape of(Class<?> type) {
    if (type == Date.class) {
      return ScalarShape.changing(
          type,
          Scalar.LOCAL_DATE,
          date -> new Date(((Date) date).getTime()),
          date -> ((Date) date).toLocalDate());
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
}
