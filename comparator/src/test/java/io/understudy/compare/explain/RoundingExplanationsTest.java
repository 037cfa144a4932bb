package io.understudy.compare.explain;

import static io.understudy.compare.explain.ExplanationLines.decimals;
import static io.understudy.compare.explain.ExplanationLines.values;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class RoundingExplanationsTest {
  @Test
  void neighboursWithEvenSmallerNumberFitHalfEven() {
    assertThat(decimals("12.35", "12.34"))
        .isEqualTo("rounding HALF_UP/HALF_EVEN, rounding HALF_UP/DOWN, last place");
    assertThat(decimals("12.34", "12.35"))
        .isEqualTo("rounding HALF_EVEN/HALF_UP, rounding DOWN/HALF_UP, last place");
    assertThat(decimals("-0.01", "0.00"))
        .isEqualTo("rounding HALF_UP/HALF_EVEN, rounding HALF_UP/DOWN, last place");
  }

  @Test
  void neighboursWithOddSmallerNumberDoNotFitHalfEven() {
    assertThat(decimals("12.36", "12.35")).isEqualTo("rounding HALF_UP/DOWN, last place");
    assertThat(values(12.35, 12.36)).isEqualTo("rounding DOWN/HALF_UP, last place");
  }

  @Test
  void otherNumbersAreNotRounded() {
    assertThat(decimals("12.36", "12.38")).isEmpty();
    assertThat(decimals("12.361", "12.35")).isEmpty();
    assertThat(decimals("0.01", "-0.01")).isEqualTo("sign");
    assertThat(decimals("-0.01", "0.02")).isEmpty();
  }

  @Test
  void wholeNumbersAreNotRounded() {
    assertThat(values(12, 13)).isEqualTo("off by one");
    assertThat(values(12L, 14L)).isEmpty();
  }

  @Test
  void roundedToFewerDecimals() {
    assertThat(decimals("12.3461", "12.35"))
        .isEqualTo("rounded by candidate, rounded up by candidate");
    assertThat(decimals("12.34", "12.3449")).isEqualTo("rounded by control, truncated by control");
    assertThat(decimals("12.3449", "12.340")).isEmpty();
    assertThat(decimals("12.7", "13")).startsWith("rounded by candidate");
  }

  @Test
  void ties() {
    assertThat(decimals("12.345", "12.34"))
        .isEqualTo(
            "rounded by candidate HALF_EVEN, rounded by candidate HALF_DOWN, truncated by candidate");
    assertThat(decimals("12.345", "12.35"))
        .isEqualTo("rounded by candidate HALF_UP, rounded up by candidate");
    assertThat(decimals("12.355", "12.36"))
        .isEqualTo(
            "rounded by candidate HALF_EVEN, rounded by candidate HALF_UP, rounded up by candidate");
  }

  @Test
  void truncated() {
    assertThat(decimals("12.349", "12.34")).isEqualTo("truncated by candidate");
    assertThat(values(12, new BigDecimal("12.99"))).isEqualTo("truncated by control");
    assertThat(decimals("-12.349", "-12.34")).isEqualTo("truncated by candidate");
    assertThat(decimals("12.349", "12.33")).isEmpty();
  }

  @Test
  void coarserGrids() {
    assertThat(values(1234, 1200)).isEqualTo("rounded by candidate to 100");
    assertThat(values(1_999_600, 2_000_000)).isEqualTo("rounded by candidate to 1000000");
    assertThat(values(1250, 1200)).isEmpty();
    assertThat(decimals("12.37", "12.35")).isEqualTo("rounded by candidate to 0.05");
    assertThat(decimals("12.32", "12.35")).isEmpty();
  }
}
