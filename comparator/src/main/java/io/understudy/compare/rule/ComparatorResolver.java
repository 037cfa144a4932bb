package io.understudy.compare.rule;

import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** Finds the comparators that rules name by their class. Thread-safe. */
public interface ComparatorResolver {
  /**
   * The comparator of a class. Asked at every place where it is needed, so that whoever loads
   * classes can keep what it made, and only as long as their loader lives.
   *
   * @param className a class that implements {@link BiPredicate}, as the rules name it
   * @return null where there is none, so that nothing can be said of the place
   */
  @Nullable BiPredicate<Object, Object> comparator(String className);

  /** Knows no class. */
  static ComparatorResolver none() {
    return className -> null;
  }

  /**
   * Loads comparators by a loader, each once, by their public constructors without parameters. It
   * keeps the loader and what it made.
   */
  static ComparatorResolver of(ClassLoader loader) {
    return new ClassLoaderComparators(loader);
  }
}
