package io.understudy.value.shape;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Supplies the shapes of library types to {@link Shapes}. Each method is called once for a class
 * and returns null for a class that the source does not support. Thread-safe.
 */
public interface ShapeSource {
  /** The shape of a value class, found by the class alone; called before the other methods. */
  @Nullable Shape ofValue(Class<?> type);

  /**
   * The shape of a proxy of a persistence library. Its methods are never called.
   *
   * @param names the names of the class and all its supertypes
   */
  @Nullable Shape ofProxy(Class<?> type, Set<String> names);

  /**
   * The shape of a class below a type of a library.
   *
   * @param names the names of the class and all its supertypes
   */
  @Nullable Shape ofLibrary(Class<?> type, Set<String> names);

  /**
   * The shape of a collection or map that a persistence library loads when it is used.
   *
   * @param names the names of the class and all its supertypes
   * @param loaded its shape once it is loaded
   */
  @Nullable Shape ofLazy(Class<?> type, Set<String> names, Shape loaded);

  /**
   * Whether the order of a collection that is neither a set nor a list does not count.
   *
   * @param names the names of the class and all its supertypes
   */
  boolean isBag(Set<String> names);
}
