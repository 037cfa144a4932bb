package io.understudy.compare.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TextFormatTest {
  @Test
  void namesInConfigurations() {
    assertThat(TextFormat.JSON).hasToString("json");
    assertThat(TextFormat.XML).hasToString("xml");
    assertThat(TextRule.COLLAPSE_WHITESPACE.wireName()).isEqualTo("collapse-whitespace");
  }

  @ParameterizedTest
  @EnumSource(TextRule.class)
  void textRulesHaveTheirConstantsName(TextRule rule) {
    assertThat(rule.wireName().toUpperCase(java.util.Locale.ROOT).replace('-', '_'))
        .isEqualTo(rule.name());
  }

  @Test
  void documents() throws Exception {
    assertThat(TextFormat.JSON.read("null")).isNull();
    assertThat(TextFormat.JSON.read("\"a\"")).isEqualTo("a");
    assertThat(TextFormat.JSON.read("{\"a\": [1]}")).isNotNull();
    assertThat(TextFormat.XML.read("<a/>")).isNotNull();
  }

  @ParameterizedTest
  @CsvSource({"JSON, {", "JSON, ''", "JSON, 1 2", "XML, <a>", "XML, ''", "XML, text"})
  void malformedTexts(TextFormat format, String text) {
    assertThatThrownBy(() -> format.read(text))
        .isInstanceOf(io.understudy.value.document.Documents.Malformed.class);
  }
}
