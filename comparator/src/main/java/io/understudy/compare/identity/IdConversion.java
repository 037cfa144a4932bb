package io.understudy.compare.identity;

import java.lang.invoke.MethodType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Converts ids to objects of the classes that hold ids. Stateless. */
final class IdConversion {
  private static final Pattern NUMBER =
      Pattern.compile("(?!-0$)-?(0|[1-9]\\d{0,99})(\\.\\d{0,99}[1-9])?");

  private IdConversion() {}

  static @Nullable Object of(Id id, Class<?> type) {
    Class<?> boxed = MethodType.methodType(type).wrap().returnType();
    if (boxed.isInstance(id.plain())) {
      return id.plain();
    }
    if (boxed.isAssignableFrom(String.class)) { // also CharSequence
      return id.text();
    }
    if (boxed == UUID.class) {
      return uuid(id.text());
    }
    return Number.class.isAssignableFrom(boxed) && NUMBER.matcher(id.text()).matches()
        ? number(new BigDecimal(id.text()), boxed)
        : null;
  }

  /** {@code UUID.fromString} also accepts texts that no UUID prints. */
  private static @Nullable UUID uuid(String text) {
    try {
      UUID parsed = UUID.fromString(text);
      return parsed.toString().equals(text) ? parsed : null;
    } catch (IllegalArgumentException other) {
      return null;
    }
  }

  private static @Nullable Object number(BigDecimal exact, Class<?> boxed) {
    if (boxed == BigDecimal.class) {
      return exact;
    }
    try {
      if (boxed == Double.class || boxed == Float.class) {
        return binary(exact, boxed);
      }
      BigInteger whole = exact.toBigIntegerExact();
      if (boxed == BigInteger.class) {
        return whole;
      }
      return boxed == Long.class
          ? (Object) whole.longValueExact()
          : boxed == Integer.class
              ? (Object) whole.intValueExact()
              : boxed == Short.class
                  ? (Object) whole.shortValueExact()
                  : boxed == Byte.class ? (Object) whole.byteValueExact() : null;
    } catch (ArithmeticException doesNotFit) {
      return null;
    }
  }

  private static @Nullable Object binary(BigDecimal exact, Class<?> boxed) {
    double value = boxed == Double.class ? exact.doubleValue() : exact.floatValue();
    if (Double.isInfinite(value) || new BigDecimal(value).compareTo(exact) != 0) {
      return null;
    }
    return boxed == Double.class ? (Object) value : (Object) (float) value;
  }
}
