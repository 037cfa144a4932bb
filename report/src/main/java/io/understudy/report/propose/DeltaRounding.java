package io.understudy.report.propose;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Rounds a delta up to a number that a person would write. */
final class DeltaRounding {
  /** Two digits: 0.0149 becomes 0.015, and 12.34 becomes 13. The result is never smaller. */
  private static final MathContext TWO_DIGITS = new MathContext(2, RoundingMode.UP);

  private DeltaRounding() {}

  static BigDecimal roundUp(BigDecimal largest) {
    return largest.abs().round(TWO_DIGITS).stripTrailingZeros();
  }
}
