package io.understudy.compare.explain;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** A finite number with its exact value and its printed form. Immutable. */
final class PrintedNumber {
  /** Numbers with more digits, or a point further away, are not read. */
  private static final int MOST_DIGITS = 1_000;

  private static final int BITS_OF_DIGITS = 3_322;

  /** The exact value. */
  final BigDecimal exact;

  /**
   * The form that its side prints: for a double its shortest decimal, without a trailing {@code
   * .0}.
   */
  final BigDecimal printed;

  /** The number in its own type: a boxed primitive, a BigInteger or a BigDecimal. */
  final Number own;

  private PrintedNumber(Number own, BigDecimal exact, BigDecimal printed) {
    this.own = own;
    this.exact = exact;
    this.printed = printed;
  }

  /** Reads the plain form of a number; null for NaN, the infinities and very long numbers. */
  static @Nullable PrintedNumber of(Object plain) {
    if (plain instanceof BigDecimal) {
      return decimal((BigDecimal) plain);
    }
    if (plain instanceof Double || plain instanceof Float) {
      double binary = ((Number) plain).doubleValue();
      return Double.isNaN(binary) || Double.isInfinite(binary)
          ? null
          : new PrintedNumber((Number) plain, new BigDecimal(binary), shortest(plain));
    }
    if (plain instanceof BigInteger) {
      return ((BigInteger) plain).bitLength() > BITS_OF_DIGITS
          ? null
          : whole((Number) plain, new BigDecimal((BigInteger) plain));
    }
    return whole((Number) plain, BigDecimal.valueOf(((Number) plain).longValue()));
  }

  private static @Nullable PrintedNumber decimal(BigDecimal number) {
    return number.unscaledValue().bitLength() > BITS_OF_DIGITS
            || Math.abs((long) number.scale()) > MOST_DIGITS
        ? null
        : new PrintedNumber(number, number, number);
  }

  private static PrintedNumber whole(Number own, BigDecimal exact) {
    return new PrintedNumber(own, exact, exact);
  }

  private static BigDecimal shortest(Object binary) {
    return stripped(new BigDecimal(binary.toString()));
  }

  /** Returns the number without trailing zeros after the point. */
  static BigDecimal stripped(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  /** Returns whether the type holds binary fractions. */
  boolean isBinary() {
    return own instanceof Double || own instanceof Float;
  }

  /** Returns whether the type holds whole numbers only. */
  boolean isIntegral() {
    return !isBinary() && !(own instanceof BigDecimal);
  }

  /** Returns whether the value is whole, in any type. */
  boolean isWhole() {
    return exact.signum() == 0 || exact.stripTrailingZeros().scale() <= 0;
  }

  /** Returns the number of decimals that its side prints; not negative. */
  int decimals() {
    return Math.max(0, printed.scale());
  }

  /** Returns the number of decimals needed to print the value; not negative. */
  int neededDecimals() {
    return Math.max(0, stripped(printed).scale());
  }

  int signum() {
    return exact.signum();
  }
}
