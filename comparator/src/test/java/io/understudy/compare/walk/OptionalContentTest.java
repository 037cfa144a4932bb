package io.understudy.compare.walk;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.value.view.StandardShapes;
import java.util.Collections;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OptionalContentTest {
  private static @Nullable Object of(Object optional) {
    return OptionalContent.of(StandardShapes.of(optional), optional);
  }

  @Test
  void contentOfOneOptional() {
    assertThat(of(Optional.of("a"))).isEqualTo("a");
    assertThat(of(Optional.empty())).isNull();
    assertThat(of(OptionalInt.of(7))).isEqualTo(7);
    assertThat(of(Optional.of(Optional.empty()))).isEqualTo(Optional.empty());
  }

  @Test
  void contentOfNestedOptionals() {
    assertThat(OptionalContent.innermost(Optional.of(Optional.of("a")))).isEqualTo("a");
    assertThat(OptionalContent.innermost(Optional.of(Optional.empty()))).isNull();
    assertThat(OptionalContent.innermost("a")).isEqualTo("a");
    assertThat(OptionalContent.innermost(Collections.singletonList(Optional.of(1))))
        .isEqualTo(Collections.singletonList(Optional.of(1)));
  }
}
