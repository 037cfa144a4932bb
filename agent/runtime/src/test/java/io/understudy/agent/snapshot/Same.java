package io.understudy.agent.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.value.Kind;
import io.understudy.value.shape.Frozen;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks that two frozen graphs are the same, shared references included. */
final class Same {
  private Same() {}

  static void assertSame(@Nullable Object expected, @Nullable Object actual) {
    Map<Object, Object> seen = new IdentityHashMap<>();
    assertSame(expected, actual, seen);
  }

  private static void assertSame(
      @Nullable Object expected, @Nullable Object actual, Map<Object, Object> seen) {
    if (!(expected instanceof Frozen) || !(actual instanceof Frozen)) {
      assertThat(String.valueOf(actual)).isEqualTo(String.valueOf(expected));
      return;
    }
    Object known = seen.put(expected, actual);
    if (known != null) {
      assertThat(actual).isSameAs(known);
      return;
    }
    Frozen a = (Frozen) expected;
    Frozen b = (Frozen) actual;
    assertThat(b.shape()).isSameAs(a.shape());
    assertThat(b.size()).isEqualTo(a.size());
    for (int i = 0; i < a.size(); i++) {
      assertSame(a.part(i), b.part(i), seen);
      if (a.kind() == Kind.MAP) {
        assertSame(a.key(i), b.key(i), seen);
      }
    }
  }
}
