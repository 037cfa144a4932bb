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
 * Numbers by their exact mathematical value, whatever their type. A double is the binary fraction
 * that it holds, not the decimal that it prints: 0.1d is 0.1000000000000000055…, and equal neither
 * to 0.1f nor to the decimal 0.1.
 *
 * <p>Takes the plain forms of {@link io.understudy.value.Scalar#NUMBER}: boxed primitives, {@code
 * BigInteger}, {@code BigDecimal}.
 */
public final class ExactNumbers {
  /** Integers of at most 18 digits hash as longs, whatever type holds them. */
  private static final long SHORT = 1_000_000_000_000_000_000L;

  private static final int SHORT_DIGITS = 18;

  private static final long PRIME = 0x9E3779B97F4A7C15L;

  /**
   * Beyond this distance of scales a sum is rounded: 1E+2000000000 minus 1 would otherwise be
   * written out. Rounded away from zero, so that a distance is never taken for less than it is.
   */
  private static final int MOST_SCALES = 5_000;

  private static final MathContext WIDE = new MathContext(MOST_SCALES, RoundingMode.UP);

  private ExactNumbers() {}

  /** Whether both are the same number; NaN is NaN, and 0.0 is -0.0. */
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
   * The exact decimal of an object that is a finite number.
   *
   * @param object anything, live or frozen
   * @return null for null, for NaN and the infinities, and for all that is no number
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

  /** The exact decimal; null for NaN and the infinities. */
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

  /** {@code |a - b|}, exact unless their scales are thousands of digits apart. */
  public static BigDecimal distance(BigDecimal a, BigDecimal b) {
    return (areNear(a, b) ? a.subtract(b) : a.subtract(b, WIDE)).abs();
  }

  /** {@code to - from}, exactly; null where their scales are thousands of digits apart. */
  public static @Nullable BigDecimal difference(BigDecimal from, BigDecimal to) {
    return areNear(from, to) ? to.subtract(from) : null;
  }

  private static boolean areNear(BigDecimal a, BigDecimal b) {
    return Math.abs((long) a.scale() - b.scale()) <= MOST_SCALES;
  }

  /** Rounded half-even to so many decimals, without writing out what lies far beyond them. */
  public static BigDecimal rounded(BigDecimal number, int decimals) {
    if (number.scale() <= decimals) {
      return number;
    }
    // All of it lies below half a unit of the last decimal.
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
   * A hash that equal numbers share, and as good as no others: in 32 bits, of a million numbers
   * some would meet by chance, and each n would meet -n - 1.
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

  /** Whether a number holds fractions in binary: a double or a float. */
  public static boolean isBinary(Object number) {
    return number instanceof Double || number instanceof Float;
  }
}
