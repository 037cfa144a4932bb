package io.understudy.compare.rule.text;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Reads a text that is a decimal number: {@code 450}, {@code -0.50}, {@code 1E+3}, {@code 007}. */
public final class NumberText {
  /** Longer texts are no numbers; arithmetic with them would be slow. In characters. */
  private static final int MOST_DIGITS = 1_000;

  /** The most digits of an exponent. */
  private static final int MOST_EXPONENT = 3;

  private final String text;
  private int at;

  private NumberText(String text) {
    this.text = text;
  }

  /**
   * Returns the number; null where the text is none. A sign, zeros in front, decimals and an
   * exponent of at most three digits are read; white space, marks between thousands, a comma, a
   * currency, {@code NaN} and {@code Infinity} are not.
   */
  public static @Nullable BigDecimal parse(String text) {
    if (text.isEmpty() || text.length() > MOST_DIGITS || !new NumberText(text).isNumber()) {
      return null;
    }
    return new BigDecimal(text);
  }

  private boolean isNumber() {
    skipSign();
    if (skipDigits() == 0) {
      return false;
    }
    if (is('.')) {
      at++;
      if (skipDigits() == 0) {
        return false;
      }
    }
    if (is('e') || is('E')) {
      at++;
      skipSign();
      int digits = skipDigits();
      if (digits == 0 || digits > MOST_EXPONENT) {
        return false;
      }
    }
    return at == text.length();
  }

  private void skipSign() {
    at += is('-') || is('+') ? 1 : 0;
  }

  private int skipDigits() {
    int start = at;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    return at - start;
  }

  private boolean is(char c) {
    return at < text.length() && text.charAt(at) == c;
  }
}
