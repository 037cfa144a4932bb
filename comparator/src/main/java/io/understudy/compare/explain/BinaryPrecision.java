package io.understudy.compare.explain;

import java.math.BigDecimal;

/**
 * One side, or a step on the way there, held the number in binary and could not hold it exactly.
 */
final class BinaryPrecision {
  /** So many units in the last place are what a few operations leave behind. */
  private static final int MOST_ULPS = 16;

  private BinaryPrecision() {}

  static void explain(NumberPair pair, ExplanationList found) {
    PrintedNumber a = pair.control;
    PrintedNumber b = pair.candidate;
    if (a.own instanceof Double && b.own instanceof Double) {
      explainDoubles((Double) a.own, (Double) b.own, found);
      return;
    }
    boolean sameDouble = isDoubleOf(a, b) || isDoubleOf(b, a);
    found.addIf(sameDouble, "double precision");
    found.addIf(!sameDouble && (isFloatOf(a, b) || isFloatOf(b, a)), "float precision");
    found.addIf(found.isEmpty() && (isNear(a, b) || isNear(b, a)), "binary noise");
  }

  private static void explainDoubles(double x, double y, ExplanationList found) {
    boolean sameFloat = isFloat(x) != isFloat(y) && (float) x == (float) y;
    found.addIf(sameFloat, "float precision");
    boolean near = Math.abs(x - y) <= MOST_ULPS * Math.min(Math.ulp(x), Math.ulp(y));
    found.addIf(!sameFloat && near, "binary noise");
  }

  private static boolean isFloat(double x) {
    return x == (float) x;
  }

  /** Whether {@code a} is what a float makes of {@code b}. */
  private static boolean isFloatOf(PrintedNumber a, PrintedNumber b) {
    return a.isBinary() && isFloat(a.own.doubleValue()) && rounds(a, b.exact.floatValue());
  }

  /** Whether {@code a} is what a double makes of {@code b}, as a double or as a whole number. */
  private static boolean isDoubleOf(PrintedNumber a, PrintedNumber b) {
    return rounds(a, b.exact.doubleValue());
  }

  private static boolean rounds(PrintedNumber a, double rounded) {
    return !Double.isInfinite(rounded) && a.exact.compareTo(new BigDecimal(rounded)) == 0;
  }

  /** Whether {@code a} is a double within a few of its own steps of {@code b}. */
  private static boolean isNear(PrintedNumber a, PrintedNumber b) {
    if (!a.isBinary() || a.signum() == 0) {
      return false;
    }
    double step =
        a.own instanceof Float ? Math.ulp(a.own.floatValue()) : Math.ulp(a.own.doubleValue());
    BigDecimal most = new BigDecimal(step).multiply(BigDecimal.valueOf(MOST_ULPS));
    return a.exact.subtract(b.exact).abs().compareTo(most) <= 0;
  }
}
