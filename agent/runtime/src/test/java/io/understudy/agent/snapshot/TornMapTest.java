package io.understudy.agent.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.value.Bounds;
import io.understudy.value.JdkFields;
import io.understudy.value.Meter;
import io.understudy.value.Uncapturable;
import io.understudy.value.view.Freezer;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.LinkedList;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.WeakHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
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
    return Stream.of(new HashMap<>(), new Hashtable<>(), new WeakHashMap<>());
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

  @Test
  void treeWithACircleIsRefused() throws Exception {
    TreeMap<Integer, Integer> map = new TreeMap<>();
    for (int i = 0; i < 7; i++) {
      map.put(i, i);
    }
    Object root = Objects.requireNonNull(opened(TreeMap.class, "root").get(map));
    Field left = opened(root.getClass(), "left");
    left.set(Objects.requireNonNull(left.get(root)), root);
    assertThat(Copies.refusal(map)).isEqualTo("java.util.TreeMap was changed while it was copied");
  }

  @Test
  void listWithACircleIsRefused() throws Exception {
    LinkedList<Integer> list = new LinkedList<>(Arrays.asList(1, 2, 3));
    Object first = Objects.requireNonNull(opened(LinkedList.class, "first").get(list));
    Field next = opened(first.getClass(), "next");
    next.set(Objects.requireNonNull(next.get(first)), first);
    assertThat(Copies.refusal(list))
        .isEqualTo("java.util.LinkedList was changed while it was copied");
  }

  @Test
  void mapWhoseSizeIsWrongIsRefused() throws Exception {
    Map<Integer, Integer> map = new HashMap<>(Collections.singletonMap(1, 2));
    opened(HashMap.class, "size").set(map, 5);
    assertThat(Copies.refusal(map)).isEqualTo("java.util.HashMap was changed while it was copied");
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

  private static Field opened(Class<?> type, String name) {
    for (Class<?> at = type; at != null; at = at.getSuperclass()) {
      Field field = JdkFields.of(at, name);
      if (field != null) {
        return field;
      }
    }
    throw new AssertionError(name);
  }
}
