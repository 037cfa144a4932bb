package io.understudy.compare.rule;

import io.understudy.value.view.ExactNumbers;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Objects;

/**
 * The decimal that a binary number stands for: the shortest that becomes this number again, and of
 * several the closest. {@code Double.toString} of Java 8 to 18 prints another one for some numbers
 * (JDK-4511638), and equality must not depend on the JVM. Stateless.
 */
final class ShortestDecimals {
  /** Decimals of so many digits keep their value in a double: DBL_DIG of C11, 5.2.4.2.2. */
  private static final int DOUBLE_DIGITS = 15;

  /** Decimals of so many digits keep their value in a float: FLT_DIG. */
  private static final int FLOAT_DIGITS = 6;

  /** The digits that suffice for every double. */
  private static final int MOST_DIGITS = 17;

  private ShortestDecimals() {}

  /**
   * Returns the shortest decimal of a finite double or float; the exact value of another finite
   * number.
   */
  static BigDecimal of(Object number) {
    BigDecimal exact = Objects.requireNonNull(ExactNumbers.finite(number));
    if (!ExactNumbers.isBinary(number)) {
      return exact;
    }
    boolean isFloat = number instanceof Float;
    for (int digits = isFloat ? FLOAT_DIGITS : DOUBLE_DIGITS; digits < MOST_DIGITS; digits++) {
      BigDecimal rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
      if (isFloat
          ? rounded.floatValue() == ((Number) number).floatValue()
          : rounded.doubleValue() == ((Number) number).doubleValue()) {
        return rounded;
      }
    }
    return exact.round(new MathContext(MOST_DIGITS, RoundingMode.HALF_EVEN));
  }
}
