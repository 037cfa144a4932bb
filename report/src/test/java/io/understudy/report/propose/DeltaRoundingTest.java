package io.understudy.report.propose;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeltaRoundingTest {
  @ParameterizedTest
  @CsvSource({
    "0.01, 0.01",
    "0.0149, 0.015",
    "0.0100000001, 0.011",
    "-3, 3",
    "12.34, 13",
    "999, 1000",
    "100, 100",
    "0, 0"
  })
  void twoDigitsAndNeverLess(BigDecimal largest, BigDecimal up) {
    assertThat(DeltaRounding.roundUp(largest)).isEqualByComparingTo(up);
  }
}
