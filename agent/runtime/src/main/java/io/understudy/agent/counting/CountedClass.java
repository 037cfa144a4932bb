package io.understudy.agent.counting;

import java.lang.ref.WeakReference;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A class with counters, referenced weakly, so that its application can be undeployed meanwhile.
 * Not thread-safe.
 */
final class CountedClass {
  private final WeakReference<Class<?>> type;
  private final String name;
  private final Map<String, Integer> numbers = new LinkedHashMap<>();

  CountedClass(Class<?> type) {
    this.type = new WeakReference<>(type);
    this.name = type.getName();
  }

  void add(String method, int number) {
    numbers.put(method, number);
  }

  /** Returns the class; null if it was collected. */
  @Nullable Class<?> type() {
    return type.get();
  }

  /** Adds the counts of the class's methods. */
  void read(List<MethodCount> into) {
    numbers.forEach((method, number) -> into.add(MethodCount.read(name, method, number)));
  }
}
