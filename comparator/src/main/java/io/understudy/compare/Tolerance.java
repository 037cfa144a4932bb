package io.understudy.compare;

import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How far two numbers may lie apart and still count as equal; the boundary itself is within.
 * Immutable.
 *
 * <p>Decided on exact decimals. NaN and the infinities are within no tolerance: they are equal to
 * themselves only.
 */
public final class Tolerance {
  private final BigDecimal most;
  private final boolean relative;

  private Tolerance(BigDecimal most, boolean relative) {
    this.most = most;
    this.relative = relative;
  }

  /**
   * {@code |a - b| <= most}.
   *
   * @throws IllegalArgumentException when {@code most} is negative
   */
  public static Tolerance absolute(BigDecimal most) {
    if (most.signum() < 0) {
      throw new IllegalArgumentException("a tolerance is 0 or more, not " + most);
    }
    return new Tolerance(most, false);
  }

  /**
   * {@code |a - b| <= most * max(|a|, |b|)}.
   *
   * @throws IllegalArgumentException when {@code most} is negative, or 1 or more, which would let
   *     any number pass for 0
   */
  public static Tolerance relative(BigDecimal most) {
    if (most.signum() < 0 || most.compareTo(BigDecimal.ONE) >= 0) {
      throw new IllegalArgumentException(
          "a relative tolerance is a share, 0 or more and less than 1 (1e-9 for a billionth), not "
              + most);
    }
    return new Tolerance(most, true);
  }

  /** The most that the numbers may differ by; a share of the larger magnitude where relative. */
  public BigDecimal most() {
    return most;
  }

  /** Whether {@link #most()} is a share of the larger magnitude. */
  public boolean isRelative() {
    return relative;
  }

  /** Whether two finite numbers are within this tolerance of each other. */
  boolean covers(BigDecimal a, BigDecimal b) {
    BigDecimal limit = relative ? most.multiply(a.abs().max(b.abs())) : most;
    return Numbers.distance(a, b).compareTo(limit) <= 0;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Tolerance
        && relative == ((Tolerance) other).relative
        && most.compareTo(((Tolerance) other).most) == 0;
  }

  @Override
  public int hashCode() {
    return Objects.hash(most.stripTrailingZeros(), relative);
  }

  /** {@code 0.005}, or {@code 1E-9 relative}. */
  @Override
  public String toString() {
    return relative ? most + " relative" : most.toString();
  }
}
