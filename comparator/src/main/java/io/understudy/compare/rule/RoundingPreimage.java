package io.understudy.compare.rule;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** The numbers that round to one result: an interval with open or closed ends. Immutable. */
final class RoundingPreimage {
  private final BigDecimal least;
  private final boolean withLeast;
  private final BigDecimal most;
  private final boolean withMost;

  private RoundingPreimage(BigDecimal least, boolean withLeast, BigDecimal most, boolean withMost) {
    this.least = least;
    this.withLeast = withLeast;
    this.most = most;
    this.withMost = withMost;
  }

  /** Returns the interval that contains one number. */
  static RoundingPreimage only(BigDecimal number) {
    return new RoundingPreimage(number, true, number, true);
  }

  /**
   * Returns the numbers that {@code mode} rounds to {@code result}, which has at most {@code
   * decimals} decimals; after the definitions of {@link RoundingMode}.
   */
  static RoundingPreimage of(BigDecimal result, int decimals, RoundingMode mode) {
    BigDecimal unit = BigDecimal.ONE.movePointLeft(decimals);
    BigDecimal half = unit.multiply(new BigDecimal("0.5"));
    int sign = result.signum();
    switch (mode) {
      case CEILING:
        return above(result, unit, false);
      case FLOOR:
        return below(result, unit, false);
      case UP:
        return sign == 0
            ? only(result)
            : sign > 0 ? above(result, unit, false) : below(result, unit, false);
      case DOWN:
        if (sign == 0) {
          return around(result, unit, false, false);
        }
        return sign > 0 ? below(result, unit, false) : above(result, unit, false);
      case HALF_UP:
        return around(result, half, sign > 0, sign < 0);
      case HALF_DOWN:
        return around(result, half, sign <= 0, sign >= 0);
      default:
        boolean even = isEven(result, decimals);
        return around(result, half, even, even);
    }
  }

  /** Returns the interval of one unit that ends at the result. */
  private static RoundingPreimage above(BigDecimal result, BigDecimal unit, boolean withLeast) {
    return new RoundingPreimage(result.subtract(unit), withLeast, result, true);
  }

  /** Returns the interval of one unit that begins at the result. */
  private static RoundingPreimage below(BigDecimal result, BigDecimal unit, boolean withMost) {
    return new RoundingPreimage(result, true, result.add(unit), withMost);
  }

  private static RoundingPreimage around(
      BigDecimal result, BigDecimal by, boolean withLeast, boolean withMost) {
    return new RoundingPreimage(result.subtract(by), withLeast, result.add(by), withMost);
  }

  private static boolean isEven(BigDecimal result, int decimals) {
    // A result with fewer decimals ends in zeros.
    BigInteger units = result.scale() < decimals ? BigInteger.ZERO : result.unscaledValue();
    return !units.testBit(0);
  }

  /** Whether both intervals contain some number. */
  boolean overlaps(RoundingPreimage other) {
    BigDecimal from = least.max(other.least);
    BigDecimal to = most.min(other.most);
    int order = from.compareTo(to);
    return order < 0 || (order == 0 && contains(from) && other.contains(from));
  }

  private boolean contains(BigDecimal number) {
    int fromLeast = number.compareTo(least);
    int toMost = number.compareTo(most);
    return (fromLeast > 0 || (fromLeast == 0 && withLeast))
        && (toMost < 0 || (toMost == 0 && withMost));
  }
}
