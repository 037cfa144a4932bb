package io.understudy.compare.explain;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Explains a side that is the other with fewer decimals, or on a coarser grid. */
final class OneSidedRounding {
  private static final BigDecimal FIVE_HUNDREDTHS = new BigDecimal("0.05");
  private static final BigDecimal HALF_COIN = new BigDecimal("0.025");

  private static final RoundingMode[] TIES = {
    RoundingMode.HALF_EVEN, RoundingMode.HALF_UP, RoundingMode.HALF_DOWN
  };

  private OneSidedRounding() {}

  static void explain(NumberPair pair, ExplanationList found) {
    explain(pair.control, pair.candidate, "candidate", found);
    explain(pair.candidate, pair.control, "control", found);
  }

  private static void explain(
      PrintedNumber full, PrintedNumber rounded, String by, ExplanationList found) {
    BigDecimal from = full.printed;
    BigDecimal to = rounded.printed;
    int decimals = rounded.neededDecimals();
    if (full.neededDecimals() > decimals) {
      explainDecimals(from, to, Math.min(rounded.decimals(), full.neededDecimals() - 1), by, found);
    }
    explainPowersOfTen(from, to, by, found);
  }

  private static void explainDecimals(
      BigDecimal from, BigDecimal to, int decimals, String by, ExplanationList found) {
    if (isTie(from, decimals)) {
      for (RoundingMode mode : TIES) {
        found.addIf(roundsTo(from, mode, decimals, to), "rounded by " + by + " " + mode);
      }
    } else {
      found.addIf(roundsTo(from, RoundingMode.HALF_UP, decimals, to), "rounded by " + by);
    }
    found.addIf(roundsTo(from, RoundingMode.DOWN, decimals, to), "truncated by " + by);
    found.addIf(roundsTo(from, RoundingMode.UP, decimals, to), "rounded up by " + by);
  }

  private static boolean isTie(BigDecimal number, int decimals) {
    return number
            .setScale(decimals, RoundingMode.HALF_UP)
            .compareTo(number.setScale(decimals, RoundingMode.HALF_DOWN))
        != 0;
  }

  private static boolean roundsTo(BigDecimal from, RoundingMode mode, int decimals, BigDecimal to) {
    return from.setScale(decimals, mode).compareTo(to) == 0;
  }

  /** Explains a number rounded to a power of ten, from 100 on. */
  private static void explainPowersOfTen(
      BigDecimal from, BigDecimal to, String by, ExplanationList found) {
    BigDecimal shortest = to.stripTrailingZeros();
    int zeros = -shortest.scale();
    if (to.signum() != 0 && zeros >= 2) {
      for (int step = Math.min(zeros, 9); step >= 2; step--) {
        if (roundsTo(from, RoundingMode.HALF_UP, -step, to)) {
          found.add("rounded by " + by + " to " + BigDecimal.TEN.pow(step).toPlainString());
          return;
        }
      }
    }
  }

  /**
   * Explains amounts rounded to the smallest coin of some currencies. Call it last, because
   * neighbours in the last place look the same.
   */
  static void explainCoins(NumberPair pair, ExplanationList found) {
    found.addIf(isCoin(pair.control, pair.candidate), "rounded by candidate to 0.05");
    found.addIf(isCoin(pair.candidate, pair.control), "rounded by control to 0.05");
  }

  private static boolean isCoin(PrintedNumber full, PrintedNumber rounded) {
    BigDecimal from = full.printed;
    BigDecimal to = rounded.printed;
    return full.neededDecimals() == 2
        && isMultiple(to)
        && !isMultiple(from)
        && from.subtract(to).abs().compareTo(HALF_COIN) <= 0;
  }

  private static boolean isMultiple(BigDecimal number) {
    return number.remainder(FIVE_HUNDREDTHS).signum() == 0;
  }
}
