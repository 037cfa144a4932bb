package io.understudy.value.library;

import io.understudy.value.shape.Accessors;
import io.understudy.value.shape.Shape;
import io.understudy.value.shape.ShapeFactory;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What Guava has beside collections of {@code java.util}. */
final class Guava {
  private Guava() {}

  static Shape optional(Class<?> type, Class<?> api, Set<String> names)
      throws ReflectiveOperationException {
    return ShapeFactory.optional(type, Accessors.method(api, "orNull"));
  }

  /** A map from each key to its values: lists of them, sets or bags as the multimap has them. */
  static @Nullable Shape multimap(Class<?> type, Class<?> api, Set<String> names)
      throws ReflectiveOperationException {
    return ShapeFactory.standIn(type.getName(), Accessors.method(api, "asMap"));
  }

  /** A map from each row to a map from its columns. */
  static Shape table(Class<?> type, Class<?> api, Set<String> names)
      throws ReflectiveOperationException {
    return ShapeFactory.standIn(type.getName(), Accessors.method(api, "rowMap"));
  }
}
