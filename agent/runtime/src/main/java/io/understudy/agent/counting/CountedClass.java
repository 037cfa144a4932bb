package io.understudy.agent.counting;

import java.lang.ref.WeakReference;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A class with counters. It is held weakly, so that it can be undeployed meanwhile. */
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

  /** The class; null when it is gone. */
  @Nullable Class<?> type() {
    return type.get();
  }

  /** Adds what was counted. */
  void read(List<MethodCount> into) {
    numbers.forEach((method, number) -> into.add(MethodCount.read(name, method, number)));
  }
}
