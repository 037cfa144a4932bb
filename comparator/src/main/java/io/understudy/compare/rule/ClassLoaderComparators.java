package io.understudy.compare.rule;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Creates comparators with one class loader, each class once. A class that failed is not tried
 * again. Thread-safe.
 */
final class ClassLoaderComparators implements ComparatorResolver {
  private final ClassLoader loader;
  private final Map<String, Optional<BiPredicate<Object, Object>>> comparators =
      new ConcurrentHashMap<>();

  ClassLoaderComparators(ClassLoader loader) {
    this.loader = loader;
  }

  @Override
  public @Nullable BiPredicate<Object, Object> comparator(String className) {
    return comparators.computeIfAbsent(className, this::create).orElse(null);
  }

  @SuppressWarnings(
      "unchecked") // A comparator that expects other types throws; its caller handles that.
  private Optional<BiPredicate<Object, Object>> create(String className) {
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
