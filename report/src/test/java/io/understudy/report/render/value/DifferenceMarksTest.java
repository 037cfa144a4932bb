package io.understudy.report.render.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DifferenceMarksTest {
  @Test
  void wholeValue() {
    assertThat(DifferenceMarks.of(List.of("")).isMarked()).isTrue();
    assertThat(DifferenceMarks.of(List.of()).isMarked()).isFalse();
    assertThat(DifferenceMarks.of(List.of("/a")).isMarked()).isFalse();
  }

  @Test
  void nestedPart() {
    DifferenceMarks marks = DifferenceMarks.of(List.of("/lines/2/price", "/lines/2/sku"));
    DifferenceMarks line = part(part(marks, "lines"), "2");
    assertThat(line.isMarked()).isFalse();
    assertThat(part(line, "price").isMarked()).isTrue();
    assertThat(part(line, "sku").isMarked()).isTrue();
    assertThat(line.part("title")).isNull();
    assertThat(marks.part("line")).isNull();
  }

  @Test
  void escapedNames() {
    DifferenceMarks marks = DifferenceMarks.of(List.of("/a~1b~0c"));
    assertThat(part(marks, "a/b~c").isMarked()).isTrue();
  }

  @Test
  void elementByItsIndex() {
    DifferenceMarks marks = DifferenceMarks.of(List.of("/1/price"));
    assertThat(marks.element(1, tree("{}"))).isNotNull();
    assertThat(marks.element(0, tree("{}"))).isNull();
  }

  @Test
  void elementByOneOfItsParts() {
    DifferenceMarks marks = DifferenceMarks.of(List.of("[sku=A7]/price"));
    assertThat(element(marks, "{\"sku\":\"A7\",\"price\":1}")).isNotNull();
    assertThat(element(marks, "{\"sku\":\"A8\"}")).isNull();
    assertThat(element(marks, "{\"price\":1}")).isNull();
    assertThat(element(marks, "{\"sku\":{\"$type\":\"a.Sku\",\"$value\":\"A7\"}}")).isNotNull();
    assertThat(part(Objects.requireNonNull(element(marks, "{\"sku\":\"A7\"}")), "price").isMarked())
        .isTrue();
  }

  @Test
  void labelWithASlashOrABracket() {
    DifferenceMarks marks = DifferenceMarks.of(List.of("/lines[url=http://x/y]/at"));
    assertThat(element(part(marks, "lines"), "{\"url\":\"http://x/y\"}")).isNotNull();
    DifferenceMarks bracket = DifferenceMarks.of(List.of("[a=b]c]/d"));
    assertThat(element(bracket, "{\"a\":\"b]c\"}")).isNotNull();
  }

  @Test
  void bracketInANameIsNoLabel() {
    DifferenceMarks marks = DifferenceMarks.of(List.of("/a[0]"));
    assertThat(part(marks, "a[0]").isMarked()).isTrue();
  }

  private static DifferenceMarks part(DifferenceMarks marks, String name) {
    return Objects.requireNonNull(marks.part(name), name);
  }

  private static @Nullable DifferenceMarks element(DifferenceMarks marks, String json) {
    return marks.element(0, tree(json));
  }

  private static JsonTree tree(String json) {
    return Objects.requireNonNull(JsonTree.read(json));
  }
}
