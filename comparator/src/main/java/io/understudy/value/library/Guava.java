package io.understudy.value.library;

import io.understudy.value.shape.Accessors;
import io.understudy.value.shape.Shape;
import io.understudy.value.shape.ShapeFactory;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The shapes of Guava types that are no collections of {@code java.util}. */
final class Guava {
  private Guava() {}

  static Shape optional(Class<?> type, Class<?> api, Set<String> names)
      throws ReflectiveOperationException {
    return ShapeFactory.optional(type, Accessors.method(api, "orNull"));
  }

  /** A map from each key to its values, which are a list, a set or a bag, as in the multimap. */
  static @Nullable Shape multimap(Class<?> type, Class<?> api, Set<String> names)
      throws ReflectiveOperationException {
    return ShapeFactory.standIn(type.getName(), Accessors.method(api, "asMap"));
  }

  /** A map from each row key to a map from column keys to values. */
  static Shape table(Class<?> type, Class<?> api, Set<String> names)
      throws ReflectiveOperationException {
    return ShapeFactory.standIn(type.getName(), Accessors.method(api, "rowMap"));
  }
}
