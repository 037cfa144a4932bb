package io.understudy.compare.explain;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * Both sides have as many decimals, and are neighbours there: some unrounded number between them
 * gives the one by one rounding mode and the other by another. Any two neighbours fit {@code
 * HALF_UP/DOWN}; only those with the even digit on the right side fit {@code HALF_UP/HALF_EVEN}, so
 * that many differences tell which it was.
 */
final class TwoSidedRounding {
  private TwoSidedRounding() {}

  static void explain(NumberPair pair, ExplanationList found) {
    PrintedNumber a = pair.control;
    PrintedNumber b = pair.candidate;
    int decimals = Math.max(a.decimals(), b.decimals());
    boolean otherScale = !a.isBinary() && !b.isBinary() && a.decimals() != b.decimals();
    if (otherScale || (a.isIntegral() && b.isIntegral()) || a.signum() * b.signum() < 0) {
      return;
    }
    BigDecimal x = a.printed.abs().setScale(decimals);
    BigDecimal y = b.printed.abs().setScale(decimals);
    if (!isStep(x.subtract(y))) {
      return;
    }
    boolean larger = x.compareTo(y) > 0;
    boolean even = !(larger ? y : x).unscaledValue().testBit(0);
    found.addIf(even, name("HALF_UP", "HALF_EVEN", larger));
    found.add(name("HALF_UP", "DOWN", larger));
    found.addIf(decimals > 0, "last place");
  }

  private static boolean isStep(BigDecimal delta) {
    return delta.unscaledValue().abs().equals(BigInteger.ONE);
  }

  private static String name(String larger, String smaller, boolean controlIsLarger) {
    return "rounding " + (controlIsLarger ? larger + "/" + smaller : smaller + "/" + larger);
  }
}
