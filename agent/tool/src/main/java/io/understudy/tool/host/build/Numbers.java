package io.understudy.tool.host.build;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Converts numbers between classes where the value stays exactly the same. Stateless. */
final class Numbers {
  /** A power of ten beyond this is no value that a program counts with, and takes long to expand. */
  private static final int LARGEST_SCALE = 10_000;

  private Numbers() {}

  /** Returns the number as an object of a class; null if it does not fit exactly. */
  static @Nullable Object as(Class<?> wanted, Number number) {
    if (wanted == number.getClass() || wanted == Number.class) {
      return number;
    }
    if (number instanceof Float || number instanceof Double) {
      return ofBinary(wanted, number.doubleValue());
    }
    BigDecimal exact = exact(number);
    return exact == null ? null : ofExact(wanted, exact);
  }

  private static @Nullable BigDecimal exact(Number number) {
    if (number instanceof BigDecimal) {
      BigDecimal decimal = (BigDecimal) number;
      return Math.abs((long) decimal.scale()) > LARGEST_SCALE ? null : decimal;
    }
    return number instanceof BigInteger
        ? new BigDecimal((BigInteger) number)
        : BigDecimal.valueOf(number.longValue());
  }

  private static @Nullable Object ofBinary(Class<?> wanted, double number) {
    if (wanted == Double.class) {
      return number;
    }
    if (wanted == Float.class) {
      float shorter = (float) number;
      return Double.compare(shorter, number) == 0 ? (Object) shorter : null;
    }
    if (Double.isNaN(number) || Double.isInfinite(number) || isNegativeZero(number)) {
      return null;
    }
    // The decimal that is printed and the binary value are often two numbers.
    BigDecimal decimal = new BigDecimal(number);
    return decimal.compareTo(BigDecimal.valueOf(number)) == 0 ? ofExact(wanted, decimal) : null;
  }

  private static boolean isNegativeZero(double number) {
    return number == 0 && 1 / number < 0;
  }

  private static @Nullable Object ofExact(Class<?> wanted, BigDecimal number) {
    if (wanted == BigDecimal.class) {
      return number;
    }
    if (wanted == Double.class || wanted == Float.class) {
      double binary = wanted == Double.class ? number.doubleValue() : number.floatValue();
      if (Double.isInfinite(binary) || new BigDecimal(binary).compareTo(number) != 0) {
        return null;
      }
      return wanted == Double.class ? (Object) binary : (Object) (float) binary;
    }
    BigInteger whole = whole(number);
    if (whole == null || wanted == BigInteger.class) {
      return whole;
    }
    if (whole.bitLength() > 63) {
      return null;
    }
    return integral(wanted, whole.longValue());
  }

  private static @Nullable BigInteger whole(BigDecimal number) {
    try {
      return number.toBigIntegerExact();
    } catch (ArithmeticException fraction) {
      return null;
    }
  }

  private static @Nullable Object integral(Class<?> wanted, long whole) {
    if (wanted == Long.class) {
      return whole;
    }
    if (wanted == Integer.class && whole == (int) whole) {
      return (int) whole;
    }
    if (wanted == Short.class && whole == (short) whole) {
      return (short) whole;
    }
    return wanted == Byte.class && whole == (byte) whole ? (Object) (byte) whole : null;
  }
}
