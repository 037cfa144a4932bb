package io.understudy.report.propose;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Rounds a largest delta up to what a person would write. */
final class DeltaRounding {
  /** Two figures: 0.0149 becomes 0.015, and 12.34 becomes 13; never less than was seen. */
  private static final MathContext TWO_FIGURES = new MathContext(2, RoundingMode.UP);

  private DeltaRounding() {}

  static BigDecimal up(BigDecimal largest) {
    return largest.abs().round(TWO_FIGURES).stripTrailingZeros();
  }
}
