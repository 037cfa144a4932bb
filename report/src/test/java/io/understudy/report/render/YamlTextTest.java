package io.understudy.report.render;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlTextTest {
  @ParameterizedTest
  @CsvSource({
    "quote-1, quote-1",
    "com.acme.Old#quote, com.acme.Old#quote",
    "'a: b', '\"a: b\"'",
    "'/tax', '\"/tax\"'",
    "yes, '\"yes\"'",
    "'TRUE', '\"TRUE\"'",
    "'a\"b\\', '\"a\\\"b\\\\\"'",
    "'12', '\"12\"'",
    "Łódź, '\"Łódź\"'"
  })
  void scalars(String text, String scalar) {
    assertThat(YamlText.scalar(text)).isEqualTo(scalar);
  }

  @ParameterizedTest
  @CsvSource({
    "10, '\"\\u000A\"'",
    "8238, '\"\\u202E\"'",
    "128512, '\"😀\"'",
    "917505, '\"\\U000E0001\"'"
  })
  void invisibleCharacters(int codePoint, String scalar) {
    assertThat(YamlText.scalar(Character.toString(codePoint))).isEqualTo(scalar);
  }
}
