package io.understudy.compare.explain;

import java.math.BigDecimal;

/** A side, or a step before it, held the number in binary, which cannot hold it exactly. */
final class BinaryPrecision {
  /** The largest error, in units in the last place, that a few operations cause. */
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

  /** Returns whether {@code a} is {@code b} converted to a float. */
  private static boolean isFloatOf(PrintedNumber a, PrintedNumber b) {
    return a.isBinary() && isFloat(a.own.doubleValue()) && isRoundedTo(a, b.exact.floatValue());
  }

  /**
   * Returns whether {@code a} is {@code b} converted to a double, as a double or a whole number.
   */
  private static boolean isDoubleOf(PrintedNumber a, PrintedNumber b) {
    return isRoundedTo(a, b.exact.doubleValue());
  }

  private static boolean isRoundedTo(PrintedNumber a, double rounded) {
    return !Double.isInfinite(rounded) && a.exact.compareTo(new BigDecimal(rounded)) == 0;
  }

  /**
   * Returns whether {@code a} is binary and at most a few of its units in the last place from
   * {@code b}.
   */
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
