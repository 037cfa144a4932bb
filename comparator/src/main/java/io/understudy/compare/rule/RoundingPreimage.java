package io.understudy.compare.rule;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** The numbers that round to one result: an interval with open or closed ends. Immutable. */
final class RoundingPreimage {
  private final BigDecimal low;
  private final boolean includesLow;
  private final BigDecimal high;
  private final boolean includesHigh;

  private RoundingPreimage(
      BigDecimal low, boolean includesLow, BigDecimal high, boolean includesHigh) {
    this.low = low;
    this.includesLow = includesLow;
    this.high = high;
    this.includesHigh = includesHigh;
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
  private static RoundingPreimage above(BigDecimal result, BigDecimal unit, boolean includesLow) {
    return new RoundingPreimage(result.subtract(unit), includesLow, result, true);
  }

  /** Returns the interval of one unit that begins at the result. */
  private static RoundingPreimage below(BigDecimal result, BigDecimal unit, boolean includesHigh) {
    return new RoundingPreimage(result, true, result.add(unit), includesHigh);
  }

  private static RoundingPreimage around(
      BigDecimal result, BigDecimal by, boolean includesLow, boolean includesHigh) {
    return new RoundingPreimage(result.subtract(by), includesLow, result.add(by), includesHigh);
  }

  private static boolean isEven(BigDecimal result, int decimals) {
    // A result with fewer decimals ends in zeros.
    BigInteger units = result.scale() < decimals ? BigInteger.ZERO : result.unscaledValue();
    return !units.testBit(0);
  }

  /** Whether both intervals contain some number. */
  boolean overlaps(RoundingPreimage other) {
    BigDecimal from = low.max(other.low);
    BigDecimal to = high.min(other.high);
    int order = from.compareTo(to);
    return order < 0 || (order == 0 && contains(from) && other.contains(from));
  }

  private boolean contains(BigDecimal number) {
    int fromLow = number.compareTo(low);
    int toHigh = number.compareTo(high);
    return (fromLow > 0 || (fromLow == 0 && includesLow))
        && (toHigh < 0 || (toHigh == 0 && includesHigh));
  }
}
