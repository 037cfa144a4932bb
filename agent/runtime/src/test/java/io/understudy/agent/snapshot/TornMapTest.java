package io.understudy.agent.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.value.Bounds;
import io.understudy.value.JdkFields;
import io.understudy.value.Meter;
import io.understudy.value.Uncapturable;
import io.understudy.value.view.Freezer;
import java.lang.reflect.Field;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.WeakHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * L1: maps with an endless chain, after concurrent writes without a lock. The application may never
 * iterate over the chain, but the agent does.
 */
@Timeout(60)
final class TornMapTest {
  static Stream<Map<Integer, Integer>> maps() {
    return Stream.of(new HashMap<>(), new WeakHashMap<>());
  }

  @ParameterizedTest(name = "{index}")
  @MethodSource("maps")
  void endlessChainIsRefused(Map<Integer, Integer> map) throws Exception {
    tie(map);
    assertThat(Copies.refusal(map))
        .isIn(
            "more than " + Bounds.DEFAULT.nodes() + " nodes",
            map.getClass().getName() + " was changed while it was copied");
    assertThat(frozen(map))
        .isIn(
            "more than " + Bounds.DEFAULT.nodes() + " nodes",
            map.getClass().getName() + " was changed while it was read");
  }

  private static String frozen(Object live) {
    try {
      return "frozen: " + Freezer.freeze(live, new Meter(Bounds.DEFAULT));
    } catch (Uncapturable reason) {
      return reason.reason();
    }
  }

  /** Links the last entry of a chain of two back to the first. */
  private static void tie(Map<Integer, Integer> map) throws ReflectiveOperationException {
    map.put(0, 0);
    map.put(1 << 20, 1); // Of the same bucket, in a small table.
    map.put(1 << 21, 2);
    map.put(1 << 22, 3);
    Field table = opened(map.getClass(), "table");
    for (Object first : (Object[]) Objects.requireNonNull(table.get(map))) {
      if (first == null) {
        continue;
      }
      Field next = opened(first.getClass(), "next");
      Object last = first;
      for (Object at = first; at != null; at = next.get(at)) {
        last = at;
      }
      next.set(last, first);
    }
  }

  private static Field opened(Class<?> owner, String name) {
    return Objects.requireNonNull(JdkFields.of(owner, name), name);
  }
}
