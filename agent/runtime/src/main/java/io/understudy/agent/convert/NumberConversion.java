package io.understudy.agent.convert;

import io.understudy.value.view.ExactNumbers;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Converts numbers between classes where the value stays the same. The value of a double is its
 * binary fraction: 0.1 as a BigDecimal has 55 decimals, and the BigDecimal 0.1 is no double.
 * Stateless.
 */
final class NumberConversion {
  /** Larger decimals have no other exact form that is worth its memory. */
  private static final int MOST_DIGITS = 5_000;

  private NumberConversion() {}

  /**
   * Returns a number as an object of another class.
   *
   * @param number a boxed primitive, BigInteger or BigDecimal
   * @param to a boxed class or another class of numbers
   * @return null if there is no object of the class with exactly this value
   */
  static @Nullable Object convert(Object number, Class<?> to) {
    if (to.isInstance(number)) {
      return number;
    }
    if (ExactNumbers.isBinary(number)) {
      Object binary = ofBinary(((Number) number).doubleValue(), to);
      if (binary != null) {
        return binary;
      }
    }
    BigDecimal exact = ExactNumbers.finite(number);
    boolean isNegativeZero =
        ExactNumbers.isBinary(number)
            && Double.doubleToRawLongBits(((Number) number).doubleValue()) == Long.MIN_VALUE;
    if (exact == null || isNegativeZero) {
      return null;
    }
    if (to == Double.class || to == Float.class) {
      return binaryOf(exact, to);
    }
    if (to == BigDecimal.class) {
      return exact;
    }
    return ofWhole(exact, to);
  }

  /**
   * Returns the double or float of which a decimal is the shortest text.
   *
   * @return null if there is none, or another class is wanted
   */
  static @Nullable Object shortest(BigDecimal decimal, Class<?> to) {
    if (to == Double.class) {
      double number = decimal.doubleValue();
      boolean isExact =
          !Double.isInfinite(number) && BigDecimal.valueOf(number).compareTo(decimal) == 0;
      return isExact ? (Object) number : null;
    }
    if (to == Float.class) {
      float number = decimal.floatValue();
      boolean isExact =
          !Float.isInfinite(number)
              && new BigDecimal(Float.toString(number)).compareTo(decimal) == 0;
      return isExact ? (Object) number : null;
    }
    return null;
  }

  /** Conversions that also keep the sign of zero, NaN and the infinities. */
  private static @Nullable Object ofBinary(double number, Class<?> to) {
    if (to == Double.class) {
      return number;
    }
    boolean fits = Double.isNaN(number) || (double) (float) number == number;
    return to == Float.class && fits ? (Object) (float) number : null;
  }

  private static @Nullable Object binaryOf(BigDecimal exact, Class<?> to) {
    if (Math.abs((long) exact.precision()) > MOST_DIGITS) {
      return null;
    }
    double number = exact.doubleValue();
    boolean isFinite = !Double.isInfinite(number) && !Double.isNaN(number);
    if (!isFinite || new BigDecimal(number).compareTo(exact) != 0) {
      return null;
    }
    return to == Double.class ? (Object) number : ofBinary(number, to);
  }

  private static @Nullable Object ofWhole(BigDecimal exact, Class<?> to) {
    long digits = (long) exact.precision() - exact.scale();
    if (digits > MOST_DIGITS || exact.scale() > MOST_DIGITS) {
      return exact.signum() == 0 ? whole(BigInteger.ZERO, to) : null;
    }
    try {
      return whole(exact.toBigIntegerExact(), to);
    } catch (ArithmeticException fraction) {
      return null;
    }
  }

  private static @Nullable Object whole(BigInteger value, Class<?> to) {
    if (to == BigInteger.class) {
      return value;
    }
    if (value.bitLength() > 63) {
      return null;
    }
    long number = value.longValue();
    if (to == Long.class) {
      return number;
    }
    if (to == AtomicLong.class) {
      return new AtomicLong(number);
    }
    if (to == Integer.class || to == AtomicInteger.class) {
      boolean fits = number == (int) number;
      return !fits ? null : to == Integer.class ? (Object) (int) number : of((int) number);
    }
    if (to == Short.class) {
      return number == (short) number ? (Object) (short) number : null;
    }
    return to == Byte.class && number == (byte) number ? (Object) (byte) number : null;
  }

  private static AtomicInteger of(int number) {
    return new AtomicInteger(number);
  }
}
