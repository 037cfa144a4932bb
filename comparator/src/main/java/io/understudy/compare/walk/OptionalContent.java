package io.understudy.compare.walk;

import io.understudy.compare.rule.EmptyValues;
import io.understudy.value.shape.Elements;
import io.understudy.value.shape.Shape;
import org.jspecify.annotations.Nullable;

/** Reads the content of Optionals. */
final class OptionalContent {
  private OptionalContent() {}

  /** Returns the content of one Optional; null where it is empty. */
  static @Nullable Object of(Shape shape, Object optional) {
    Elements elements = shape.elements(optional);
    return elements.next() ? elements.value() : null;
  }

  /** Returns the content of nested Optionals; null where one is empty, another object as it is. */
  static @Nullable Object innermost(Object object) {
    return EmptyValues.content(object);
  }
}
