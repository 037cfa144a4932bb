package io.understudy.value.view;

import io.understudy.value.Kind;
import io.understudy.value.Scalar;
import io.understudy.value.shape.Shape;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * Compares and computes numbers of any type by their exact mathematical value. The value of a
 * double is its binary fraction, not the decimal that it prints: 0.1d is 0.1000000000000000055…, so
 * it equals neither 0.1f nor the decimal 0.1.
 *
 * <p>Accepts the plain forms of {@link io.understudy.value.Scalar#NUMBER}: boxed primitives, {@code
 * BigInteger}, {@code BigDecimal}. Stateless and thread-safe.
 */
public final class ExactNumbers {
  /** Integers of at most 18 digits have the same hash as a long, in every type. */
  private static final long SHORT = 1_000_000_000_000_000_000L;

  private static final int SHORT_DIGITS = 18;

  private static final long PRIME = 0x9E3779B97F4A7C15L;

  /**
   * A difference of two numbers is rounded if their scales differ by more than this. Otherwise
   * 1E+2000000000 minus 1 would need two billion digits. It is rounded away from zero, so that a
   * distance never becomes too small.
   */
  private static final int MOST_SCALES = 5_000;

  private static final MathContext WIDE = new MathContext(MOST_SCALES, RoundingMode.UP);

  private ExactNumbers() {}

  /** Whether both are the same number. NaN equals NaN, and 0.0 equals -0.0. */
  public static boolean equal(Object a, Object b) {
    if (a.equals(b)) {
      return true;
    }
    if (isShort(a) && isShort(b)) {
      return ((Number) a).longValue() == ((Number) b).longValue();
    }
    if (isBinary(a) && isBinary(b)) {
      // Widening a float to double is exact.
      double x = ((Number) a).doubleValue();
      double y = ((Number) b).doubleValue();
      return x == y || (Double.isNaN(x) && Double.isNaN(y));
    }
    BigDecimal x = finite(a);
    BigDecimal y = finite(b);
    return x != null && y != null && x.compareTo(y) == 0;
  }

  /**
   * The exact decimal value of an object.
   *
   * @param object any object, live or frozen
   * @return null for null, NaN, the infinities and every object that is not a number
   */
  public static @Nullable BigDecimal finiteOrNull(@Nullable Object object) {
    if (object == null) {
      return null;
    }
    Shape shape = StandardShapes.of(object);
    return shape.kind() == Kind.SCALAR && shape.scalar() == Scalar.NUMBER
        ? finite(shape.plain(object))
        : null;
  }

  /** The exact decimal value of a number; null for NaN and the infinities. */
  public static @Nullable BigDecimal finite(Object number) {
    if (number instanceof BigDecimal) {
      return (BigDecimal) number;
    }
    if (isShort(number)) {
      return BigDecimal.valueOf(((Number) number).longValue());
    }
    if (number instanceof BigInteger) {
      return new BigDecimal((BigInteger) number);
    }
    double binary = ((Number) number).doubleValue();
    return Double.isNaN(binary) || Double.isInfinite(binary) ? null : new BigDecimal(binary);
  }

  /** {@code |a - b|}; exact unless the scales differ by more than 5,000, else rounded up. */
  public static BigDecimal distance(BigDecimal a, BigDecimal b) {
    return (areNear(a, b) ? a.subtract(b) : a.subtract(b, WIDE)).abs();
  }

  /** {@code to - from}, exact; null if the scales differ by more than 5,000. */
  public static @Nullable BigDecimal difference(BigDecimal from, BigDecimal to) {
    return areNear(from, to) ? to.subtract(from) : null;
  }

  private static boolean areNear(BigDecimal a, BigDecimal b) {
    return Math.abs((long) a.scale() - b.scale()) <= MOST_SCALES;
  }

  /** Rounds a number half-even to this many decimals. Cheap for very small numbers too. */
  public static BigDecimal rounded(BigDecimal number, int decimals) {
    if (number.scale() <= decimals) {
      return number;
    }
    // The number is smaller than half a unit of the last decimal.
    if ((long) number.precision() - number.scale() < -decimals - 1L) {
      return BigDecimal.ZERO;
    }
    return number.setScale(decimals, RoundingMode.HALF_EVEN);
  }

  /** The unit in the last place of a finite double or float; null for other numbers. */
  public static @Nullable BigDecimal ulp(Object number) {
    if (number instanceof Float) {
      return new BigDecimal(Math.ulp((Float) number));
    }
    return number instanceof Double ? new BigDecimal(Math.ulp((Double) number)) : null;
  }

  /**
   * A 64-bit hash that is the same for equal numbers and almost always different for others. A
   * 32-bit hash would collide among a million numbers, and Long.hashCode gives n and -n - 1 the
   * same hash.
   */
  public static long hash(Object number) {
    if (isShort(number)) {
      long value = ((Number) number).longValue();
      return -SHORT < value && value < SHORT ? value : decimalHash(number);
    }
    if (isBinary(number)) {
      double value = ((Number) number).doubleValue();
      if (value == Math.rint(value) && Math.abs(value) < SHORT) {
        return (long) value;
      }
    }
    return decimalHash(number);
  }

  private static long decimalHash(Object number) {
    BigDecimal exact = finite(number);
    if (exact == null) {
      return Double.hashCode(((Number) number).doubleValue());
    }
    if (exact.signum() == 0) {
      return 0;
    }
    BigDecimal stripped = exact.stripTrailingZeros();
    long digits = (long) stripped.precision() - stripped.scale();
    return stripped.scale() <= 0 && digits <= SHORT_DIGITS
        ? stripped.longValue()
        : PRIME * stripped.unscaledValue().longValue()
            + 31L * stripped.unscaledValue().hashCode()
            + stripped.scale();
  }

  private static boolean isShort(Object number) {
    return number instanceof Integer
        || number instanceof Long
        || number instanceof Short
        || number instanceof Byte;
  }

  /** Whether a number is a binary fraction: a double or a float. */
  public static boolean isBinary(Object number) {
    return number instanceof Double || number instanceof Float;
  }
}
