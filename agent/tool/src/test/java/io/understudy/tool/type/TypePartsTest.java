package io.understudy.tool.type;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypePartsTest {
  private static final StaticType TEXT = StaticType.of("java.lang.String", Collections.emptyList());
  private static final StaticType NUMBER = StaticType.of("int", Collections.emptyList());

  @ParameterizedTest
  @CsvSource({
    "0, true",
    "17, true",
    "*, true",
    "[sku=A], true",
    "sku, false",
    "-1, false",
    "1x, false",
    "'', false",
  })
  void stepsIntoAList(String step, boolean leads) {
    StaticType found = TypeParts.elements(TEXT, true).step(step);

    assertThat(found).isEqualTo(leads ? TEXT : null);
  }

  @ParameterizedTest
  @CsvSource({"0", "*", "DE", "''"})
  void everyStepLeadsIntoAMap(String step) {
    assertThat(TypeParts.elements(TEXT, false).step(step)).isSameAs(TEXT);
  }

  @Test
  void stepsIntoNamedParts() {
    Map<String, StaticType> named = new LinkedHashMap<>();
    named.put("name", TEXT);
    named.put("age", NUMBER);
    TypeParts parts = TypeParts.named(named);
    named.clear();

    assertThat(parts.step("name")).isSameAs(TEXT);
    assertThat(parts.step("age")).isSameAs(NUMBER);
    assertThat(parts.step("*")).isNull();
    assertThat(parts.step("nam")).isNull();
    assertThat(parts.byName()).containsOnlyKeys("name", "age");
    assertThat(parts.element()).isNull();
  }

  @Test
  void noPartsAndUnknownParts() {
    assertThat(TypeParts.NONE.step("x")).isNull();
    assertThat(TypeParts.NONE.element()).isNull();
    assertThat(TypeParts.NONE.byName()).isEmpty();
    assertThat(TypeParts.UNKNOWN.element()).isSameAs(StaticType.UNKNOWN);
    assertThat(TypeParts.UNKNOWN.byName()).isEmpty();
  }
}
