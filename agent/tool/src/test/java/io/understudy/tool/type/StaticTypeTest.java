package io.understudy.tool.type;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import org.junit.jupiter.api.Test;

class StaticTypeTest {
  private static final StaticType TEXT = StaticType.of("java.lang.String", Collections.emptyList());

  private static StaticType list(StaticType element) {
    return StaticType.of("java.util.List", Collections.singletonList(element));
  }

  @Test
  void textOfTypes() {
    assertThat(TEXT).hasToString("java.lang.String");
    assertThat(list(list(TEXT))).hasToString("java.util.List<java.util.List<java.lang.String>>");
    assertThat(StaticType.of("p.A", Arrays.asList(TEXT, StaticType.UNKNOWN)))
        .hasToString("p.A<java.lang.String, ?>");
    assertThat(StaticType.arrayOf(StaticType.arrayOf(TEXT))).hasToString("java.lang.String[][]");
    assertThat(StaticType.variable("T")).hasToString("T");
  }

  @Test
  void argumentsAndArrays() {
    assertThat(list(TEXT).argument(0)).isSameAs(TEXT);
    assertThat(list(TEXT).argument(1)).isSameAs(StaticType.UNKNOWN);
    assertThat(TEXT.argument(0)).isSameAs(StaticType.UNKNOWN);
    assertThat(StaticType.arrayOf(TEXT).isArray()).isTrue();
    assertThat(StaticType.arrayOf(TEXT).argument(0)).isSameAs(TEXT);
    assertThat(TEXT.isArray()).isFalse();
    assertThat(StaticType.arrayOf(StaticType.UNKNOWN)).isSameAs(StaticType.UNKNOWN);
  }

  @Test
  void variablesAreReplacedAtEveryDepth() {
    StaticType type = list(StaticType.arrayOf(StaticType.variable("T")));

    assertThat(type.with(Collections.singletonMap("T", TEXT)))
        .hasToString("java.util.List<java.lang.String[]>");
    assertThat(type.with(Collections.emptyMap())).hasToString("java.util.List<?>");
    assertThat(StaticType.variable("T").with(Collections.emptyMap())).isSameAs(StaticType.UNKNOWN);
    assertThat(TEXT.with(Collections.singletonMap("java.lang.String", StaticType.UNKNOWN)))
        .as("a class is no variable")
        .isSameAs(TEXT);
  }
}
