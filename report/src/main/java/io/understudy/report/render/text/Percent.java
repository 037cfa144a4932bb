package io.understudy.report.render.text;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Shares as percent, for people who decide by them: rounded down, never up, and with as many digits
 * as it takes to tell what is not quite 100 % or not quite 0 %. So 0.999996 is {@code 99.9996 %},
 * and {@code 100 %} is written only where it is exact.
 */
public final class Percent {
  private static final int DIGITS = 2;
  private static final int MOST_DIGITS = 15;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private Percent() {}

  /** The share of {@code part} in {@code whole}, exact; {@code –} where there is no whole. */
  public static String of(long part, long whole) {
    if (whole == 0) {
      return "–";
    }
    return of(BigDecimal.valueOf(part), BigDecimal.valueOf(whole));
  }

  /**
   * The share of {@code part} in {@code whole}, with as many digits as it takes to tell it from the
   * share of {@code other}.
   */
  public static String distinct(long part, long other, long whole) {
    if (whole == 0 || part == other || part == whole || part == 0) {
      return of(part, whole);
    }
    BigDecimal of = BigDecimal.valueOf(whole);
    int digits = DIGITS;
    while (digits < MOST_DIGITS
        && floor(BigDecimal.valueOf(part), of, digits)
            .equals(floor(BigDecimal.valueOf(other), of, digits))) {
      digits++;
    }
    String longer = floor(BigDecimal.valueOf(part), of, digits).toPlainString() + " %";
    String usual = of(part, whole);
    return usual.length() > longer.length() ? usual : longer;
  }

  /** A share between 0 and 1. */
  public static String of(double share) {
    return of(new BigDecimal(share), BigDecimal.ONE);
  }

  private static String of(BigDecimal part, BigDecimal whole) {
    if (part.compareTo(whole) == 0) {
      return "100 %";
    }
    if (part.signum() == 0) {
      return "0 %";
    }
    int digits = DIGITS;
    BigDecimal shown = floor(part, whole, digits);
    while (digits < MOST_DIGITS && hidesTheRest(shown) && !exact(shown, part, whole)) {
      digits++;
      shown = floor(part, whole, digits);
    }
    return shown.toPlainString() + " %";
  }

  private static BigDecimal floor(BigDecimal part, BigDecimal whole, int digits) {
    return part.multiply(HUNDRED).divide(whole, digits, RoundingMode.FLOOR);
  }

  private static boolean exact(BigDecimal shown, BigDecimal part, BigDecimal whole) {
    return shown.multiply(whole).compareTo(part.multiply(HUNDRED)) == 0;
  }

  // 99.99 could be 99.9900 or 99.9999; 0.00 could be anything small.
  private static boolean hidesTheRest(BigDecimal shown) {
    BigDecimal toHundred = HUNDRED.subtract(shown).movePointRight(shown.scale());
    return toHundred.compareTo(BigDecimal.ONE) == 0 || shown.signum() == 0;
  }
}
