package io.understudy.tool.host.build;

import io.understudy.value.Scalar;
import io.understudy.value.named.NamedScalar;
import java.lang.invoke.MethodType;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Currency;
import java.util.Date;
import org.jspecify.annotations.Nullable;

/** Makes single values of a class, where the value stays exactly the same. Stateless. */
final class Scalars {
  private Scalars() {}

  /**
   * Makes a value.
   *
   * @param value a scalar of the JDK, or a {@link NamedScalar}
   * @return null if it does not fit exactly
   */
  static @Nullable Object as(Class<?> target, Object value) {
    Class<?> wanted = MethodType.methodType(target).wrap().returnType();
    if (wanted.isInstance(value) && !(value instanceof NamedScalar)) {
      return value;
    }
    Object plain = value instanceof NamedScalar ? ((NamedScalar) value).plain() : value;
    if (value instanceof NamedScalar) {
      Object made = named(wanted, (NamedScalar) value, plain);
      if (made != null) {
        return made;
      }
      // Which object an Object is to be is not known here.
      if (wanted.isAssignableFrom(plain.getClass()) && wanted != plain.getClass()) {
        return null;
      }
    }
    if (plain instanceof Number) {
      return Numbers.as(wanted, (Number) plain);
    }
    if (plain instanceof Date) {
      return date(wanted, ((Date) plain).toInstant());
    }
    if (plain instanceof Instant) {
      return date(wanted, (Instant) plain);
    }
    boolean isSame = wanted == plain.getClass();
    return isSame && !isConstant(value) ? plain : null;
  }

  /** Whether the plain form, a text, is only the name of something. */
  private static boolean isConstant(Object value) {
    if (!(value instanceof NamedScalar)) {
      return false;
    }
    Scalar sort = ((NamedScalar) value).shape().scalar();
    return sort == Scalar.ENUM || sort == Scalar.CLASS || sort == Scalar.OTHER;
  }

  private static @Nullable Object named(Class<?> wanted, NamedScalar value, Object plain) {
    String typeName = value.shape().typeName();
    if (value.shape().scalar() == Scalar.ENUM) {
      return constant(wanted, typeName, (String) plain);
    }
    if (!wanted.getName().equals(typeName)) {
      return null;
    }
    switch (typeName) {
      case "java.lang.StringBuilder":
        return new StringBuilder((String) plain);
      case "java.sql.Timestamp":
        return plain instanceof Instant ? Timestamp.from((Instant) plain) : null;
      case "java.sql.Date":
        return plain instanceof LocalDate ? java.sql.Date.valueOf((LocalDate) plain) : null;
      case "java.sql.Time":
        boolean isWhole = plain instanceof LocalTime && ((LocalTime) plain).getNano() == 0;
        return isWhole ? Time.valueOf((LocalTime) plain) : null;
      default:
        return null;
    }
  }

  private static @Nullable Object constant(Class<?> wanted, String typeName, String name) {
    if (wanted == Currency.class && typeName.equals("java.util.Currency")) {
      try {
        return Currency.getInstance(name);
      } catch (IllegalArgumentException unknownHere) {
        return null;
      }
    }
    Object @Nullable [] constants = wanted.getEnumConstants();
    if (constants != null) {
      for (Object each : constants) {
        if (((Enum<?>) each).name().equals(name)) {
          return each;
        }
      }
    }
    return null;
  }

  private static @Nullable Object date(Class<?> wanted, Instant instant) {
    if (wanted == Instant.class) {
      return instant;
    }
    if (wanted == Date.class) {
      try {
        Date date = Date.from(instant);
        return date.toInstant().equals(instant) ? date : null;
      } catch (IllegalArgumentException outOfRange) {
        return null;
      }
    }
    return null;
  }
}
