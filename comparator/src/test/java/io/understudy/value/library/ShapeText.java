package io.understudy.value.library;

import io.understudy.value.Kind;
import io.understudy.value.Scalar;
import io.understudy.value.shape.Shape;
import io.understudy.value.view.FrozenText;
import io.understudy.value.view.StandardShapes;

/** Prints how an object is read, so that a table can state it in one line. */
final class ShapeText {
  private ShapeText() {}

  /**
   * For a scalar its sort and its plain form: {@code INSTANT 1970-01-01T00:00:00Z}; for sort OTHER
   * also the family: {@code java.time.Duration PT1S}. For any other object its frozen form.
   */
  static String of(Object live) {
    Shape shape = StandardShapes.of(live);
    if (shape.kind() != Kind.SCALAR) {
      return FrozenText.frozen(live);
    }
    Object sort = shape.scalar() == Scalar.OTHER ? shape.family() : shape.scalar();
    return sort + " " + shape.plain(live);
  }
}
