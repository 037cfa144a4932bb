package io.understudy.value.container;

import io.understudy.value.Uncapturable;
import io.understudy.value.shape.Shape;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes the shapes of the subtypes of one library type. */
interface ShapeMaker {
  /**
   * The shape of a class; null if the class is read like a class of no library.
   *
   * @param api the library type
   * @param names the names of the class and all its supertypes
   */
  @Nullable Shape of(Class<?> type, Class<?> api, Set<String> names)
      throws ReflectiveOperationException, Uncapturable;
}
