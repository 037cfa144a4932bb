package io.understudy.agent.convert;

import io.understudy.value.Kind;
import io.understudy.value.Path;
import io.understudy.value.shape.Elements;
import io.understudy.value.shape.Shape;
import org.jspecify.annotations.Nullable;

/** Follows one step of a configured place. Stateless. */
final class PartStep {
  private PartStep() {}

  /**
   * Returns a named part, the element at an index, or the value of a key.
   *
   * @throws ConversionException if there is none
   */
  static @Nullable Object of(Shape shape, Object source, String step, Path path)
      throws ConversionException {
    int index = shape.kind() == Kind.RECORD ? shape.names().indexOf(step) : -1;
    if (index >= 0) {
      return shape.part(source, index);
    }
    boolean isList = shape.kind() == Kind.LIST;
    if (isList || shape.kind() == Kind.MAP) {
      Elements elements = shape.elements(source);
      for (int i = 0; elements.next(); i++) {
        String key = isList ? String.valueOf(i) : String.valueOf(elements.key());
        if (key.equals(step)) {
          return elements.value();
        }
      }
    }
    throw ConversionException.at(path, "(" + shape.typeName() + ") has no part " + step);
  }
}
