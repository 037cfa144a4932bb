package io.understudy.value.shape;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells how types of libraries are seen, which {@link Shapes} does not know by itself. Each method
 * is asked once for a class and returns null for a class that it does not know. Thread-safe.
 */
public interface ShapeSource {
  /** The shape of a class whose objects are known by the class alone; asked before all others. */
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
   * @param loaded how it is seen once it is loaded
   */
  @Nullable Shape ofLazy(Class<?> type, Set<String> names, Shape loaded);

  /**
   * Whether a collection that is neither a set nor a list has no order that counts.
   *
   * @param names the names of the class and all its supertypes
   */
  boolean isBag(Set<String> names);
}
