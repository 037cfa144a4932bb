package io.understudy.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class ToleranceTest {
  private static boolean absolute(String most, String a, String b) {
    return Tolerance.absolute(new BigDecimal(most)).covers(new BigDecimal(a), new BigDecimal(b));
  }

  private static boolean relative(String most, String a, String b) {
    return Tolerance.relative(new BigDecimal(most)).covers(new BigDecimal(a), new BigDecimal(b));
  }

  @Test
  void absoluteBoundaryIsWithin() {
    assertThat(absolute("0.005", "1.000", "1.005")).isTrue();
    assertThat(absolute("0.005", "1.005", "1.000")).isTrue();
    assertThat(absolute("0.005", "1.000", "1.0050000000000000001")).isFalse();
    assertThat(absolute("0.005", "-0.002", "0.003")).isTrue();
    assertThat(absolute("0", "2.50", "2.5")).isTrue();
  }

  @Test
  void relativeBoundaryIsWithin() {
    assertThat(relative("0.1", "100", "90")).isTrue();
    assertThat(relative("0.1", "90", "100")).isTrue();
    assertThat(relative("0.1", "100", "89.999")).isFalse();
    assertThat(relative("0.1", "-100", "-90")).isTrue();
    assertThat(relative("0.1", "1E-300", "1.1E-300")).isTrue();
    assertThat(relative("0.1", "0", "1E-300")).isFalse();
    assertThat(relative("0.1", "0", "0.0")).isTrue();
  }

  @Test
  void numbersOfVeryDifferentScale() {
    assertThat(absolute("0.005", "1E+2000000000", "1")).isFalse();
    assertThat(absolute("0.005", "1E-2000000000", "0")).isTrue();
    assertThat(relative("0.5", "1E+2000000000", "1")).isFalse();
  }

  @Test
  void equalByMeaning() {
    assertThat(Tolerance.absolute(new BigDecimal("0.10")))
        .isEqualTo(Tolerance.absolute(new BigDecimal("0.1")))
        .hasSameHashCodeAs(Tolerance.absolute(new BigDecimal("0.1")))
        .isNotEqualTo(Tolerance.relative(new BigDecimal("0.1")));
  }

  @Test
  void printedAsStated() {
    assertThat(Tolerance.absolute(new BigDecimal("0.005"))).hasToString("0.005");
    assertThat(Tolerance.relative(new BigDecimal("1e-9"))).hasToString("1E-9 relative");
  }
}
