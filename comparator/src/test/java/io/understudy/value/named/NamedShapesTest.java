package io.understudy.value.named;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.value.Kind;
import java.util.Arrays;
import java.util.Collections;
import org.junit.jupiter.api.Test;

class NamedShapesTest {
  private final NamedShapes shapes = new NamedShapes();

  private static ShapeOutline record(String typeName, String part) {
    return ShapeOutline.builder(Kind.RECORD, typeName)
        .names(Collections.singletonList(part))
        .build();
  }

  private static String text(int length) {
    char[] letters = new char[length];
    Arrays.fill(letters, 'x');
    return new String(letters);
  }

  @Test
  void equalOutlinesHaveOneShape() {
    assertThat(shapes.of(record("A", "a"))).isSameAs(shapes.of(record("A", "a")));
    assertThat(shapes.of(record("A", "a"))).isNotSameAs(shapes.of(record("A", "b")));
  }

  @Test
  void inventedTypesDoNotKeepOutTheTypesAfterThem() {
    for (int i = 0; i < 2 * NamedShapes.MOST; i++) {
      shapes.of(record("Invented" + i, "a"));
    }

    assertThat(shapes.size()).isLessThanOrEqualTo(NamedShapes.MOST);
    assertThat(shapes.of(record("A", "a"))).isSameAs(shapes.of(record("A", "a")));
  }

  @Test
  void longNamesAreNotKeptForEver() {
    for (int i = 0; i < 1_000; i++) {
      shapes.of(record("A" + i, text(50_000)));
    }
    assertThat(shapes.size()).isLessThan(100);

    ShapeOutline longest = record("A", text(100_000));
    assertThat(shapes.of(longest)).isNotSameAs(shapes.of(longest));
  }
}
