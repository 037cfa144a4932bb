package io.understudy.compare.explain;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Explains two numbers by neighbours, transposed digits, a reciprocal or a complement. */
final class DigitSlips {
  /** A reciprocal with fewer digits may be chance. */
  private static final int RATE_DIGITS = 4;

  private DigitSlips() {}

  static void explainNeighbours(NumberPair pair, ExplanationList found) {
    boolean whole = pair.control.isWhole() && pair.candidate.isWhole();
    BigDecimal delta = pair.control.exact.subtract(pair.candidate.exact);
    found.addIf(whole && isOne(delta.abs()), "off by one");
  }

  static void explain(NumberPair pair, ExplanationList found) {
    BigDecimal a = pair.control.printed;
    BigDecimal b = pair.candidate.printed;
    found.addIf(isTransposed(a, b), "transposed digits");
    found.addIf(isReciprocal(a, b) || isReciprocal(b, a), "reciprocal");
    found.addIf(
        a.signum() > 0 && b.signum() > 0 && a.scale() > 0 && isOne(a.add(b)), "complement to 1");
  }

  private static boolean isOne(BigDecimal number) {
    return number.compareTo(BigDecimal.ONE) == 0;
  }

  private static boolean isTransposed(BigDecimal a, BigDecimal b) {
    int scale = Math.max(Math.max(a.scale(), b.scale()), 0);
    return a.signum() == b.signum()
        && Transposition.is(
            a.setScale(scale).unscaledValue().abs().toString(),
            b.setScale(scale).unscaledValue().abs().toString());
  }

  /** Returns whether {@code rate} is 1 / {@code number}, exactly or rounded to its own digits. */
  private static boolean isReciprocal(BigDecimal number, BigDecimal rate) {
    if (number.signum() == 0 || rate.signum() == 0) {
      return false;
    }
    if (isOne(number.multiply(rate))) {
      return true;
    }
    int digits = rate.stripTrailingZeros().precision();
    MathContext own = new MathContext(digits, RoundingMode.HALF_UP);
    return digits >= RATE_DIGITS
        && number.stripTrailingZeros().precision() >= RATE_DIGITS
        && BigDecimal.ONE.divide(number, own).compareTo(rate) == 0;
  }
}
