package io.understudy.compare.explain;

import static io.understudy.compare.explain.ExplanationLines.decimals;
import static io.understudy.compare.explain.ExplanationLines.values;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;

class NumberExplanationsTest {
  @Test
  void sameNumberInAnotherForm() {
    assertThat(decimals("2.50", "2.5")).isEqualTo("trailing zeros");
    assertThat(values(1, 1L)).isEqualTo("number type");
    assertThat(values(0.0, -0.0)).isEqualTo("negative zero");
  }

  @Test
  void binaryPrecision() {
    assertThat(values(0.1, new BigDecimal("0.1"))).isEqualTo("double precision");
    assertThat(values(0.1, 0.1f)).isEqualTo("float precision");
    assertThat(values((double) 0.1f, new BigDecimal("0.1"))).isEqualTo("float precision");
    assertThat(values(0.1 + 0.2, 0.3)).isEqualTo("binary noise");
    assertThat(values(0.1 + 0.2, new BigDecimal("0.3"))).isEqualTo("binary noise");
    assertThat(values((1L << 53) + 1, 1L << 53)).startsWith("double precision");
    assertThat(values(0.3, 0.3001)).doesNotContain("noise").doesNotContain("precision");
  }

  @Test
  void sign() {
    assertThat(decimals("12.5", "-12.5")).isEqualTo("sign");
    assertThat(decimals("12.5", "-12.4")).isEmpty();
    assertThat(values(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY)).isEqualTo("sign");
  }

  @Test
  void powersOfTen() {
    assertThat(decimals("12.34", "1234")).isEqualTo("factor 100");
    assertThat(decimals("1234", "1.234")).isEqualTo("factor 0.001");
    assertThat(decimals("0.19", "19")).isEqualTo("percent for fraction, factor 100");
    assertThat(decimals("12.34", "1235")).isEmpty();
  }

  @Test
  void units() {
    assertThat(decimals("100.50", "201")).isEqualTo("factor 2");
    assertThat(values(36_000, 3_000)).isEqualTo("factor 1/12");
    assertThat(values(7200, 2L)).isEqualTo("factor 1/3600");
    assertThat(decimals("360.36", "365.365")).contains("factor 365/360");
    assertThat(values(100, 300)).isEmpty();
  }

  @Test
  void overflow() {
    assertThat(values(3_000_000_000L, (int) 3_000_000_000L)).isEqualTo("overflow 2^32");
    assertThat(values(65_535, -1)).isEqualTo("overflow 2^16");
    assertThat(values(BigInteger.ONE.shiftLeft(64), 0L)).isEqualTo("overflow 2^64");
    assertThat(values(1L << 32, 1L << 33)).isEqualTo("factor 2");
    assertThat(values(3_000_000_000L, Integer.MAX_VALUE)).isEqualTo("capped at 2^31");
  }

  @Test
  void digits() {
    assertThat(values(1324, 1234)).isEqualTo("transposed digits");
    assertThat(values(1432, 1234)).isEmpty();
    assertThat(decimals("1.25", "0.8")).isEqualTo("reciprocal");
    assertThat(decimals("1.0873", "0.9197")).isEqualTo("reciprocal");
    assertThat(decimals("0.3", "0.7")).isEqualTo("complement to 1");
  }

  @Test
  void veryLongNumbersAreNotExplained() {
    assertThat(decimals("1E+2000000000", "1")).isEmpty();
    assertThat(values(BigInteger.ONE.shiftLeft(1_000_000), 0)).isEmpty();
  }
}
