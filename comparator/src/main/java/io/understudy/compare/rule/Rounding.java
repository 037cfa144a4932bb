package io.understudy.compare.rule;

import io.understudy.value.view.ExactNumbers;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The rounding of a number on each side. Two results are equal if one unrounded number explains
 * both. Immutable.
 *
 * <p>Where the control has 0.01 by {@code HALF_UP} and the candidate 0.00 by {@code HALF_EVEN},
 * 0.005 explains both. No number explains 0.02 and 0.01, since both modes round 0.015 to 0.02. The
 * calculation uses exact decimals. A {@code double} or {@code float} stands for the nearest decimal
 * with {@code decimals} places, if that decimal converts back to it.
 */
public final class Rounding {
  private static final int MAX_DECIMALS = 1_000;

  private final int decimals;
  private final @Nullable RoundingMode control;
  private final @Nullable RoundingMode candidate;

  private Rounding(int decimals, @Nullable RoundingMode control, @Nullable RoundingMode candidate) {
    this.decimals = decimals;
    this.control = control;
    this.candidate = candidate;
  }

  /**
   * Creates the rounding of both sides.
   *
   * @param decimals digits after the point, 0 to 1,000
   * @param control the control's mode; null where it does not round
   * @param candidate the candidate's mode; null where it does not round
   * @throws IllegalArgumentException when {@code decimals} is out of range, no side rounds, or a
   *     mode is {@code UNNECESSARY}
   */
  public static Rounding of(
      int decimals, @Nullable RoundingMode control, @Nullable RoundingMode candidate) {
    if (decimals < 0 || decimals > MAX_DECIMALS) {
      throw new IllegalArgumentException(
          "numbers are rounded to 0 to " + MAX_DECIMALS + " decimals, not " + decimals);
    }
    if (control == null && candidate == null) {
      throw new IllegalArgumentException(
          "state the rounding mode of the control, of the candidate, or of both");
    }
    if (control == RoundingMode.UNNECESSARY || candidate == RoundingMode.UNNECESSARY) {
      throw new IllegalArgumentException(
          "UNNECESSARY rounds nothing: leave out the mode of a side that does not round");
    }
    return new Rounding(decimals, control, candidate);
  }

  /**
   * Whether one unrounded number may have been rounded to both numbers; false where one is not
   * finite.
   */
  boolean explains(Object controlNumber, Object candidateNumber) {
    RoundingPreimage controlRange = preimage(controlNumber, control);
    RoundingPreimage candidateRange = preimage(candidateNumber, candidate);
    return controlRange != null && candidateRange != null && controlRange.overlaps(candidateRange);
  }

  /** Returns the numbers that round to a number; null where it cannot be a result of rounding. */
  private @Nullable RoundingPreimage preimage(Object number, @Nullable RoundingMode mode) {
    BigDecimal exact = ExactNumbers.finite(number);
    if (exact == null || mode == null) {
      return exact == null ? null : RoundingPreimage.only(exact);
    }
    BigDecimal rounded = ExactNumbers.rounded(exact, decimals);
    return isSame(number, exact, rounded) ? RoundingPreimage.of(rounded, decimals, mode) : null;
  }

  private static boolean isSame(Object number, BigDecimal exact, BigDecimal rounded) {
    if (number instanceof Double) {
      return rounded.doubleValue() == (Double) number;
    }
    return number instanceof Float
        ? rounded.floatValue() == (Float) number
        : rounded.compareTo(exact) == 0;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    if (!(other instanceof Rounding)) {
      return false;
    }
    Rounding that = (Rounding) other;
    return decimals == that.decimals && control == that.control && candidate == that.candidate;
  }

  @Override
  public int hashCode() {
    return Objects.hash(decimals, control, candidate);
  }

  /** {@code 2 decimals, control HALF_UP, candidate not rounded}. */
  @Override
  public String toString() {
    return decimals
        + (decimals == 1 ? " decimal" : " decimals")
        + (", control " + modeText(control))
        + (", candidate " + modeText(candidate));
  }

  private static String modeText(@Nullable RoundingMode mode) {
    return mode == null ? "not rounded" : mode.name();
  }
}
