package io.understudy.compare.rule;

import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** Resolves comparators that rules name by class. Implementations are thread-safe. */
public interface ComparatorResolver {
  /**
   * Returns the comparator of a class. It is called at each place where the rule holds, so that the
   * implementation can cache comparators, and can drop them with their class loader.
   *
   * @param className a class that implements {@link BiPredicate}, as the rules name it
   * @return null where there is none; the place is then {@code OPAQUE}
   */
  @Nullable BiPredicate<Object, Object> comparator(String className);

  /** Returns a resolver that finds no comparator. */
  static ComparatorResolver none() {
    return className -> null;
  }

  /**
   * Returns a resolver that loads classes with a class loader and calls their public constructors
   * without parameters, once for each class. It keeps the loader and the comparators.
   */
  static ComparatorResolver of(ClassLoader loader) {
    return new ClassLoaderComparators(loader);
  }
}
