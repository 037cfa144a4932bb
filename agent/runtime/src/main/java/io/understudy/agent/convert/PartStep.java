package io.understudy.agent.convert;

import io.understudy.value.Kind;
import io.understudy.value.Path;
import io.understudy.value.shape.Elements;
import io.understudy.value.shape.Shape;
import io.understudy.value.view.Views;
import org.jspecify.annotations.Nullable;

/** Follows one step of a configured place. Stateless. */
final class PartStep {
  private PartStep() {}

  /**
   * Returns a named part, the element at an index, or the value of a key.
   *
   * @throws ConversionException if there is none
   */
  static @Nullable Object of(Shape shape, Object source, String step, Path path, Views views)
      throws ConversionException {
    int index = shape.kind() == Kind.RECORD ? shape.names().indexOf(step) : -1;
    if (index >= 0) {
      return shape.part(source, index);
    }
    boolean isList = shape.kind() == Kind.LIST;
    if (isList || shape.kind() == Kind.MAP) {
      Elements elements = shape.elements(source);
      for (int i = 0; elements.next(); i++) {
        String key = isList ? String.valueOf(i) : name(elements.key(), views);
        if (step.equals(key)) {
          return elements.value();
        }
      }
    }
    throw ConversionException.at(path, "(" + shape.typeName() + ") has no part " + step);
  }

  /** The text of a key; null if it is no single value. Runs no method of the key. */
  private static @Nullable String name(@Nullable Object key, Views views) {
    Shape shape = key == null ? null : views.shapeOf(key);
    return key == null || shape == null || shape.kind() != Kind.SCALAR
        ? null
        : shape.plain(key).toString();
  }
}
