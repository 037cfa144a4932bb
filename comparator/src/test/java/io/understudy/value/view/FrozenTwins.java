package io.understudy.value.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.value.Kind;
import io.understudy.value.shape.Frozen;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Walks two frozen forms of one graph in parallel and checks that they are the same: the same
 * kinds, scalars and parts in the same order, and the same shared references.
 */
final class FrozenTwins {
  private final Map<Object, Object> secondOf = new IdentityHashMap<>();
  private final Map<Object, Object> firstOf = new IdentityHashMap<>();
  private final Deque<Frozen[]> todo = new ArrayDeque<>();
  private int visited;

  private FrozenTwins() {}

  /** Checks two forms; returns the number of their frozen objects. */
  static int check(@Nullable Object first, @Nullable Object second) {
    FrozenTwins twins = new FrozenTwins();
    twins.pair(first, second);
    while (!twins.todo.isEmpty()) {
      Frozen[] pair = twins.todo.pop();
      twins.compare(pair[0], pair[1]);
    }
    return twins.visited;
  }

  private void pair(@Nullable Object first, @Nullable Object second) {
    if (!(first instanceof Frozen) || !(second instanceof Frozen)) {
      assertThat(second).isEqualTo(first);
      return;
    }
    Object known = secondOf.put(first, second);
    Object back = firstOf.put(second, first);
    if (known != null || back != null) {
      assertThat(known).as("shared").isSameAs(second);
      assertThat(back).as("shared").isSameAs(first);
      return;
    }
    visited++;
    todo.push(new Frozen[] {(Frozen) first, (Frozen) second});
  }

  private void compare(Frozen first, Frozen second) {
    assertThat(second.typeName()).isEqualTo(first.typeName());
    assertThat(second.kind()).isEqualTo(first.kind());
    assertThat(second.reason()).isEqualTo(first.reason());
    assertThat(second.size()).isEqualTo(first.size());
    for (int i = 0; i < first.size(); i++) {
      pair(first.part(i), second.part(i));
      if (first.kind() == Kind.MAP) {
        pair(first.key(i), second.key(i));
      }
    }
  }
}
