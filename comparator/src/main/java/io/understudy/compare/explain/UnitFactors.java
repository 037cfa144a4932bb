package io.understudy.compare.explain;

import java.math.BigDecimal;

/** Explains a side that is a whole multiple of the other: another unit or period, counted twice. */
final class UnitFactors {
  private static final int MOST_POWER = 12;

  /** Twice; days in a week, hours, months, weeks, seconds, days, bytes in a kilobyte and so on. */
  private static final int[] UNITS = {
    2, 7, 12, 24, 52, 60, 360, 365, 1024, 3600, 86_400, 1_048_576
  };

  private UnitFactors() {}

  static void explain(NumberPair pair, ExplanationList found) {
    BigDecimal a = pair.control.printed;
    BigDecimal b = pair.candidate.printed;
    if (a.signum() == 0 || b.signum() == 0) {
      return;
    }
    boolean grown = b.abs().compareTo(a.abs()) > 0;
    BigDecimal small = grown ? a : b;
    BigDecimal large = grown ? b : a;
    explainPowersOfTen(small, large, grown, found);
    for (int unit : UNITS) {
      found.addIf(
          isTimes(small, BigDecimal.valueOf(unit), large),
          (grown ? "factor " : "factor 1/") + unit);
    }
    boolean dayCounts =
        isTimes(
                a.multiply(BigDecimal.valueOf(365)),
                BigDecimal.ONE,
                b.multiply(BigDecimal.valueOf(360)))
            || isTimes(
                b.multiply(BigDecimal.valueOf(365)),
                BigDecimal.ONE,
                a.multiply(BigDecimal.valueOf(360)));
    found.addIf(dayCounts, "factor 365/360");
  }

  private static void explainPowersOfTen(
      BigDecimal small, BigDecimal large, boolean grown, ExplanationList found) {
    for (int power = 1; power <= MOST_POWER; power++) {
      if (small.scaleByPowerOfTen(power).compareTo(large) == 0) {
        found.addIf(
            power == 2 && small.abs().compareTo(BigDecimal.ONE) <= 0, "percent for fraction");
        found.add(
            "factor " + BigDecimal.ONE.scaleByPowerOfTen(grown ? power : -power).toPlainString());
      }
    }
  }

  private static boolean isTimes(BigDecimal small, BigDecimal factor, BigDecimal large) {
    return small.multiply(factor).compareTo(large) == 0;
  }
}
