package io.understudy.compare.rule.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberTextTest {
  @ParameterizedTest
  @CsvSource({
    "450, 450",
    "-0.50, -0.5",
    "+7, 7",
    "007, 7",
    "1E+3, 1000",
    "1e-3, 0.001",
    "0, 0",
    "-0, 0",
  })
  void numbersAreRead(String text, BigDecimal number) {
    assertThat(NumberText.parse(text)).isEqualByComparingTo(number);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " 1",
        "1 ",
        ".5",
        "5.",
        "1,5",
        "1.2.3",
        "0x10",
        "1e",
        "1e+",
        "1e1000",
        "--1",
        "NaN",
        "Infinity",
        "1L",
        "1_000",
        "\u0661",
        "+",
        "e5"
      })
  void otherTextsAreNone(String text) {
    assertThat(NumberText.parse(text)).isNull();
  }

  @Test
  void veryLongNumberIsNone() {
    assertThat(NumberText.parse(String.join("", Collections.nCopies(1_000, "9")))).isNotNull();
    assertThat(NumberText.parse(String.join("", Collections.nCopies(1_001, "9")))).isNull();
  }
}
