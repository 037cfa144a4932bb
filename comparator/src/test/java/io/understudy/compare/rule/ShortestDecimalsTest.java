package io.understudy.compare.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class ShortestDecimalsTest {
  @Property
  void decimalOfFifteenDigitsReturnsFromADouble(
      @ForAll @LongRange(min = -999_999_999_999_999L, max = 999_999_999_999_999L) long unscaled,
      @ForAll @IntRange(min = -20, max = 40) int scale) {
    BigDecimal decimal = BigDecimal.valueOf(unscaled, scale);
    assertThat(ShortestDecimals.of(decimal.doubleValue())).isEqualByComparingTo(decimal);
  }

  @Property
  void decimalOfSixDigitsReturnsFromAFloat(
      @ForAll @IntRange(min = -999_999, max = 999_999) int unscaled,
      @ForAll @IntRange(min = -10, max = 20) int scale) {
    BigDecimal decimal = BigDecimal.valueOf(unscaled, scale);
    assertThat(ShortestDecimals.of(decimal.floatValue())).isEqualByComparingTo(decimal);
  }

  @Test
  void decimalBecomesTheNumberAgain() {
    Random random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      double number = Double.longBitsToDouble(random.nextLong());
      if (!Double.isNaN(number) && !Double.isInfinite(number)) {
        assertThat(ShortestDecimals.of(number).doubleValue()).isEqualTo(number);
      }
      float small = Float.intBitsToFloat(random.nextInt());
      if (!Float.isNaN(small) && !Float.isInfinite(small)) {
        assertThat(ShortestDecimals.of(small).floatValue()).isEqualTo(small);
      }
    }
  }

  @Test
  void knownNumbers() {
    assertThat(ShortestDecimals.of(0.1)).isEqualByComparingTo("0.1");
    assertThat(ShortestDecimals.of(2e23)).isEqualByComparingTo("2e23");
    assertThat(ShortestDecimals.of(0.1 + 0.2)).isEqualByComparingTo("0.30000000000000004");
    assertThat(ShortestDecimals.of(0.1f)).isEqualByComparingTo("0.1");
    assertThat(ShortestDecimals.of(0.0)).isEqualByComparingTo("0");
    assertThat(ShortestDecimals.of(new BigDecimal("1.230"))).isEqualTo(new BigDecimal("1.230"));
    assertThat(ShortestDecimals.of(7L)).isEqualByComparingTo("7");
  }
}
