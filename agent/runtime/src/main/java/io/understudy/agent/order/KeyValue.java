package io.understudy.agent.order;

import io.understudy.value.Uncapturable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Collections;
import java.util.Date;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The value of a key: an immutable object with a sound {@code equals}, made from a leaf without
 * code of the application. Equal numbers of different types are one key, so that call points of a
 * group may declare them differently. Stateless.
 */
final class KeyValue {
  private static final int MOST_CHARACTERS = 1_000;
  private static final int MOST_BITS = 4_000;

  /** The key of calls whose leaf is null. */
  private static final Object NULL = Optional.empty();

  private static final Set<Class<?>> VALUES =
      Collections.unmodifiableSet(
          new HashSet<>(
              Arrays.asList(
                  Boolean.class,
                  UUID.class,
                  Instant.class,
                  LocalDate.class,
                  LocalTime.class,
                  LocalDateTime.class,
                  OffsetDateTime.class,
                  ZonedDateTime.class,
                  Year.class,
                  YearMonth.class)));

  private KeyValue() {}

  /**
   * Returns the value of a leaf.
   *
   * @throws Uncapturable if the object is no leaf that can be read here; the reason is the end of a
   *     sentence
   */
  static Object of(@Nullable Object leaf) throws Uncapturable {
    if (leaf == null) {
      return NULL;
    }
    if (leaf instanceof String) {
      return text((String) leaf);
    }
    if (leaf instanceof Number) {
      return number((Number) leaf);
    }
    if (leaf instanceof Enum) {
      return ((Enum<?>) leaf).name();
    }
    if (leaf instanceof Character) {
      return leaf.toString();
    }
    Class<?> type = leaf.getClass();
    // By name, since a JVM may lack the module of java.sql.
    if (type == Date.class || type.getName().equals("java.sql.Timestamp")) {
      return Instant.ofEpochMilli(((Date) leaf).getTime());
    }
    if (VALUES.contains(type)) {
      return leaf;
    }
    throw new Uncapturable("is no text, number, enum constant, UUID or time");
  }

  private static String text(String text) throws Uncapturable {
    if (text.length() > MOST_CHARACTERS) {
      throw new Uncapturable("is a text of more than " + MOST_CHARACTERS + " characters");
    }
    return text;
  }

  private static Object number(Number number) throws Uncapturable {
    Class<?> type = number.getClass();
    if (type == Long.class || type == Integer.class || type == Short.class || type == Byte.class) {
      return number.longValue();
    }
    if (type == BigInteger.class) {
      return whole((BigInteger) number);
    }
    if (type == BigDecimal.class) {
      return decimal((BigDecimal) number);
    }
    if (type == Double.class || type == Float.class) {
      double value = number.doubleValue();
      long rounded = (long) value;
      return rounded == value && rounded != Long.MAX_VALUE ? (Object) rounded : (Object) value;
    }
    throw new Uncapturable("is a number of a class that is not known");
  }

  private static Object whole(BigInteger number) throws Uncapturable {
    int bits = number.bitLength();
    if (bits > MOST_BITS) {
      throw new Uncapturable("is a number of more than " + MOST_BITS + " bits");
    }
    return bits < Long.SIZE ? (Object) number.longValue() : number;
  }

  private static Object decimal(BigDecimal number) throws Uncapturable {
    if (number.unscaledValue().bitLength() > MOST_BITS) {
      throw new Uncapturable("is a number of more than " + MOST_BITS + " bits");
    }
    BigDecimal plain = number.stripTrailingZeros();
    // The scale first: a large negative one stands for a number with that many digits.
    return plain.scale() <= 0 && plain.scale() > -20 ? whole(plain.toBigInteger()) : plain;
  }
}
