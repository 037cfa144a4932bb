package io.understudy.compare.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CodeMappingTest {
  private static final RuleScope STATUS = RuleScope.parse("/status");

  private static CodeMapping mapping(String... pairs) {
    Map<String, String> codes = new LinkedHashMap<>();
    for (String pair : pairs) {
      codes.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
    }
    return CodeMapping.of(STATUS, codes);
  }

  @Test
  void mappedCodesOnly() {
    CodeMapping mapping = mapping("A=ACTIVE", "B=BLOCKED");

    assertThat(mapping.candidateFor("A")).isEqualTo("ACTIVE");
    assertThat(mapping.candidateFor("B")).isEqualTo("BLOCKED");
    assertThat(mapping.candidateFor("ACTIVE")).isNull();
    assertThat(mapping.candidateFor("a")).isNull();
  }

  @Test
  void normalizedCodes() {
    CodeMapping mapping =
        mapping(" A =Active")
            .normalized(TextNormalizer.of(STATUS, TextRule.TRIM, TextRule.IGNORE_CASE));

    assertThat(mapping.candidateFor("a")).isEqualTo("active");
    assertThat(mapping.candidateFor(" A ")).isNull();
  }

  @Test
  void firstOfTwoCodesWithOneNormalFormIsKept() {
    CodeMapping mapping =
        mapping("A=1", "a=2").normalized(TextNormalizer.of(STATUS, TextRule.IGNORE_CASE));

    // The codes are in order: A comes before a.
    assertThat(mapping.candidateFor("a")).isEqualTo("1");
  }

  @Test
  void textsOfNumbers() {
    assertThat(CodeMapping.text(7)).isEqualTo("7");
    assertThat(CodeMapping.text(7L)).isEqualTo("7");
    assertThat(CodeMapping.text(7.0)).isEqualTo("7");
    assertThat(CodeMapping.text(new BigDecimal("7.50"))).isEqualTo("7.5");
    assertThat(CodeMapping.text(new BigDecimal("1E+3"))).isEqualTo("1000");
    assertThat(CodeMapping.text(-0.0)).isEqualTo("0");
    assertThat(CodeMapping.text(new BigDecimal("0E+5"))).isEqualTo("0");
    assertThat(CodeMapping.text(BigInteger.TEN.pow(400))).hasSize(401);
    assertThat(CodeMapping.text(new BigDecimal("1E+401"))).isEqualTo("1E+401");
    assertThat(CodeMapping.text(new BigDecimal("1E-401"))).isEqualTo("1E-401");
    assertThat(CodeMapping.text(Double.NaN)).isEqualTo("NaN");
  }

  @Test
  void emptyMapIsRefused() {
    assertThatThrownBy(() -> CodeMapping.of(STATUS, Collections.emptyMap()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("codes /status: map at least one code of the control to the candidate's");
  }

  @Test
  void laterChangesOfTheMapHaveNoEffect() {
    Map<String, String> codes = new HashMap<>(Collections.singletonMap("A", "1"));
    CodeMapping mapping = CodeMapping.of(STATUS, codes);
    codes.put("B", "2");

    assertThat(mapping.candidateFor("B")).isNull();
  }

  @Test
  void equalByContentAndPrintedInOrder() {
    assertThat(mapping("B=2", "A=1"))
        .hasToString("A=1, B=2")
        .isEqualTo(mapping("A=1", "B=2"))
        .hasSameHashCodeAs(mapping("A=1", "B=2"))
        .isNotEqualTo(mapping("A=1"))
        .isNotEqualTo("A=1, B=2");
  }
}
