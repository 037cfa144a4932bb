package io.understudy.report.render.text;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Formats shares as percent. They are rounded down and get as many digits as they need to differ
 * from 100 % and from 0 %. So 0.999996 is {@code 99.9996 %}, and {@code 100 %} is always exact.
 */
public final class Percent {
  private static final int DIGITS = 2;
  private static final int MOST_DIGITS = 15;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private Percent() {}

  /** Formats {@code part / whole}; a dash where {@code whole} is 0. */
  public static String of(long part, long whole) {
    if (whole == 0) {
      return "–";
    }
    return of(BigDecimal.valueOf(part), BigDecimal.valueOf(whole));
  }

  /** Formats {@code part / whole} with enough digits to differ from {@code other / whole}. */
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

  /** Formats a share from 0 to 1. */
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

  // 99.99 can stand for 99.9900 and for 99.9999, and 0.00 for any small share.
  private static boolean hidesTheRest(BigDecimal shown) {
    BigDecimal toHundred = HUNDRED.subtract(shown).movePointRight(shown.scale());
    return toHundred.compareTo(BigDecimal.ONE) == 0 || shown.signum() == 0;
  }
}
