package io.understudy.compare.rule;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** Comparators by one class loader, each made once; one that cannot be made is not tried again. */
final class ClassLoaderComparators implements ComparatorResolver {
  private final ClassLoader loader;
  private final Map<String, Optional<BiPredicate<Object, Object>>> made = new ConcurrentHashMap<>();

  ClassLoaderComparators(ClassLoader loader) {
    this.loader = loader;
  }

  @Override
  public @Nullable BiPredicate<Object, Object> comparator(String className) {
    return made.computeIfAbsent(className, this::make).orElse(null);
  }

  @SuppressWarnings("unchecked") // What it is not made for it throws on, which is handled.
  private Optional<BiPredicate<Object, Object>> make(String className) {
    try {
      Object comparator = Class.forName(className, true, loader).getConstructor().newInstance();
      return comparator instanceof BiPredicate
          ? Optional.of((BiPredicate<Object, Object>) comparator)
          : Optional.empty();
    } catch (ReflectiveOperationException | LinkageError | RuntimeException none) {
      return Optional.empty();
    }
  }
}
