package io.understudy.report.render.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PercentTest {
  @ParameterizedTest
  @CsvSource({
    "999996, 1000000, 99.9996 %",
    "99999999, 100000000, 99.999999 %",
    "99995, 100000, 99.995 %",
    "9999, 10000, 99.99 %",
    "99989, 100000, 99.98 %",
    "2, 3, 66.66 %",
    "995, 1000, 99.50 %",
    "1, 1, 100 %",
    "1000000, 1000000, 100 %",
    "0, 7, 0 %",
    "1, 1000000, 0.0001 %",
    "1, 3000000, 0.00003 %",
    "0, 0, –"
  })
  void shares(long part, long whole, String shown) {
    assertThat(Percent.of(part, whole)).isEqualTo(shown);
  }

  @Test
  void boundJustBelowOne() {
    assertThat(Percent.of(Math.nextDown(1.0))).startsWith("99.99999999").isNotEqualTo("100 %");
    assertThat(Percent.of(0.92784)).isEqualTo("92.78 %");
  }

  /** The result is never above the true share, and 100 % is exact. */
  @ParameterizedTest
  @CsvSource({
    "99790, 99792, 100000, 99.790 %",
    "99792, 99790, 100000, 99.792 %",
    "97000, 97500, 100000, 97.00 %",
    "97500, 97500, 100000, 97.50 %",
    "100000, 99999, 100000, 100 %",
    "99999, 100000, 100000, 99.999 %",
    "0, 1, 100000, 0 %",
    "1, 2, 0, –"
  })
  void enoughDigitsToDiffer(long part, long other, long whole, String text) {
    assertThat(Percent.distinct(part, other, whole)).isEqualTo(text);
  }

  @Property
  void roundedDown(
      @ForAll @LongRange(min = 1, max = 10_000_000_000_000L) long whole,
      @ForAll @LongRange(max = 20) long missing) {
    long part = Math.max(0, whole - missing);
    String shown = Percent.of(part, whole);
    BigDecimal value = new BigDecimal(shown.replace(" %", ""));
    assertThat(value.multiply(BigDecimal.valueOf(whole)))
        .isLessThanOrEqualTo(BigDecimal.valueOf(part).multiply(BigDecimal.valueOf(100)));
    assertThat(shown.equals("100 %")).isEqualTo(part == whole);
    assertThat(value.compareTo(BigDecimal.valueOf(100)) == 0).isEqualTo(part == whole);
  }
}
