package io.understudy.agent.snapshot;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A random object graph with shared references and cycles, the same for the same seed. */
final class Graph {
  static final class Bean {
    final int number;
    @Nullable Object left;
    @Nullable Object right;

    Bean(int number) {
      this.number = number;
    }
  }

  private final Random random;
  private final List<Object> made = new ArrayList<>();
  private final List<Bean> beans = new ArrayList<>();

  private Graph(long seed) {
    random = new Random(seed);
  }

  /** A bean that refers to about {@code size} objects. */
  static Object of(long seed, int size) {
    Graph graph = new Graph(seed);
    Bean root = graph.bean();
    for (int i = 0; i < size; i++) {
      graph.made.add(graph.next());
    }
    for (Bean bean : graph.beans) { // Forwards too, so that there are cycles.
      bean.left = graph.any();
      bean.right = graph.any();
    }
    root.left = graph.made;
    return root;
  }

  private Bean bean() {
    Bean bean = new Bean(random.nextInt());
    beans.add(bean);
    return bean;
  }

  private @Nullable Object any() {
    return made.isEmpty() || random.nextInt(8) == 0 ? null : made.get(random.nextInt(made.size()));
  }

  private Object some() {
    Object any = any();
    return any == null ? "none" : any;
  }

  private Object next() {
    switch (random.nextInt(13)) {
      case 0:
        return new ArrayList<>(Arrays.asList(any(), any()));
      case 1:
        return new Object[] {any(), any()};
      case 2:
        return new HashMap<>(Collections.singletonMap("k" + random.nextInt(99), any()));
      case 3:
        return new LinkedHashMap<>(Collections.singletonMap("k", any()));
      case 4:
        return new TreeMap<>(Collections.singletonMap(random.nextInt(), any()));
      case 5:
        return Optional.of(some());
      case 6:
        return Collections.unmodifiableList(new ArrayList<>(Arrays.asList(any(), "x")));
      case 7:
        return new Date(random.nextInt());
      case 8:
        return new int[] {random.nextInt()};
      case 9:
        return new ArrayDeque<>(Arrays.asList(some(), some()));
      case 10:
        return Collections.singletonList(any());
      case 11:
        return new StringBuilder("t" + random.nextInt());
      default:
        return bean();
    }
  }

  /** Changes all mutable objects in a graph made by {@link #of}. */
  static void scramble(Object root) {
    List<?> made = (List<?>) java.util.Objects.requireNonNull(((Bean) root).left);
    for (Object each : made) {
      if (each instanceof Bean) {
        ((Bean) each).left = "changed";
      } else if (each instanceof Object[]) {
        ((Object[]) each)[0] = "changed";
      } else if (each instanceof Date) {
        ((Date) each).setTime(0);
      } else if (each instanceof int[]) {
        ((int[]) each)[0] = 0;
      } else if (each instanceof StringBuilder) {
        ((StringBuilder) each).setLength(0);
      } else if (each instanceof Map) {
        ((Map<?, ?>) each).clear();
      } else if (each instanceof ArrayList || each instanceof ArrayDeque) {
        ((java.util.Collection<?>) each).clear();
      }
    }
  }
}
