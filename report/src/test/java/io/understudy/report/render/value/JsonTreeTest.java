package io.understudy.report.render.value;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.report.render.value.JsonTree.Kind;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTreeTest {
  @ParameterizedTest
  @CsvSource({
    "1.50, LITERAL, 1.50",
    "-1E+3, LITERAL, -1E+3",
    "123456789012345678901234567890, LITERAL, 123456789012345678901234567890",
    "true, LITERAL, true",
    "null, LITERAL, null",
    "'\"a\\n\"', STRING, 'a\n'",
    "'\"\"', STRING, ''"
  })
  void scalarsKeepTheirText(String json, Kind kind, String text) {
    assertThat(JsonTree.read(json)).isEqualTo(new JsonTree(kind, text, List.of()));
  }

  @Test
  void partsKeepTheirOrderAndMayHaveOneName() {
    JsonTree tree = read("{\"b\":1,\"a\":[2,\"x\"],\"b\":{}}");
    assertThat(tree.kind()).isEqualTo(Kind.OBJECT);
    assertThat(tree.parts()).extracting(JsonTree.Part::name).containsExactly("b", "a", "b");
    assertThat(tree.part("b")).isEqualTo(new JsonTree(Kind.LITERAL, "1", List.of()));
    assertThat(tree.part("c")).isNull();
    assertThat(Objects.requireNonNull(tree.part("a")).parts())
        .extracting(part -> part.name() + "=" + part.value().text())
        .containsExactly("=2", "=x");
    assertThat(tree.isNested()).isTrue();
    assertThat(read("[]").isNested()).isFalse();
    assertThat(read("[]").kind()).isEqualTo(Kind.LIST);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "{", "[1,", "{\"a\":}", "tru", "\"open", "}"})
  void textThatIsNoJson(String text) {
    assertThat(JsonTree.read(text)).isNull();
  }

  @Test
  void nestingIsLimited() {
    assertThat(JsonTree.read("[".repeat(900) + "]".repeat(900))).isNotNull();
    assertThat(JsonTree.read("[".repeat(1_100) + "]".repeat(1_100))).isNull();
  }

  private static JsonTree read(String json) {
    return Objects.requireNonNull(JsonTree.read(json));
  }
}
