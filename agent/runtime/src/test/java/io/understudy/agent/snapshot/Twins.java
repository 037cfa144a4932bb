package io.understudy.agent.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.value.Kind;
import io.understudy.value.shape.Elements;
import io.understudy.value.shape.Shape;
import io.understudy.value.view.StandardShapes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Walks a graph and its copy in parallel and checks that they are twins: the same classes, the same
 * contents in the same order, the same shared references, and no common mutable object.
 */
final class Twins {
  private final Map<Object, Object> copyOf = new IdentityHashMap<>();
  private final Map<Object, Object> originalOf = new IdentityHashMap<>();
  private final Deque<Object[]> todo = new ArrayDeque<>();

  private Twins() {}

  static void check(@Nullable Object live, @Nullable Object copy) {
    Twins twins = new Twins();
    twins.pair(live, copy);
    while (!twins.todo.isEmpty()) {
      Object[] pair = twins.todo.pop();
      twins.compare(pair[0], pair[1]);
    }
  }

  private void pair(@Nullable Object live, @Nullable Object copy) {
    if (live == null || copy == null) {
      assertThat(copy).isSameAs(live);
    } else if (copyOf.containsKey(live) && StandardShapes.of(live).kind() != Kind.SCALAR) {
      assertThat(copy).as("shared").isSameAs(copyOf.get(live));
    } else {
      copyOf.put(live, copy);
      Object other = originalOf.put(copy, live);
      if (StandardShapes.of(live).kind() != Kind.SCALAR) {
        assertThat(other).as("two originals of one copy").isNull();
      }
      todo.push(new Object[] {live, copy});
    }
  }

  private void compare(Object live, Object copy) {
    Shape shape = StandardShapes.of(live);
    assertThat(copy.getClass()).isSameAs(live.getClass());
    if (shape.kind() == Kind.SCALAR) {
      assertThat(shape.plain(copy)).isEqualTo(shape.plain(live));
      if (!shape.immutable()) {
        assertThat(copy).isNotSameAs(live);
      }
      return;
    }
    List<@Nullable Object> theirs = parts(live);
    List<@Nullable Object> ours = parts(copy);
    assertThat(ours).hasSameSizeAs(theirs);
    for (int i = 0; i < ours.size(); i++) {
      pair(theirs.get(i), ours.get(i));
    }
    if (live == copy) {
      // Only a deeply immutable object is its own copy.
      assertThat(theirs)
          .allSatisfy(part -> assertThat(copyOf.getOrDefault(part, part)).isSameAs(part));
    }
  }

  private static List<@Nullable Object> parts(Object object) {
    List<@Nullable Object> parts = new ArrayList<>();
    Shape shape = StandardShapes.of(object);
    for (int i = 0; i < shape.names().size(); i++) {
      parts.add(shape.part(object, i));
    }
    for (Elements each = shape.elements(object); each.next(); ) {
      parts.add(each.key());
      parts.add(each.value());
    }
    return parts;
  }
}
