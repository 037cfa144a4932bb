package io.understudy.compare.explain;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * Explains two numbers with the same number of decimals that are neighbours: an unrounded number
 * between them gives one number by one rounding mode, and the other by another. Any two neighbours
 * fit {@code HALF_UP/DOWN}. Only those whose smaller number is even fit {@code HALF_UP/HALF_EVEN},
 * so many differences together show which mode it was.
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
