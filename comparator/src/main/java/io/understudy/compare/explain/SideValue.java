package io.understudy.compare.explain;

import io.understudy.value.Kind;
import io.understudy.value.Scalar;
import io.understudy.value.shape.Shape;
import io.understudy.value.view.StandardShapes;

/** One side's value, not null, with how it is seen. */
final class SideValue {
  final Object value;
  final Shape shape;

  SideValue(Object value) {
    this.value = value;
    this.shape = StandardShapes.of(value);
  }

  /** What sort of scalar this is; NONE for what has parts. */
  Scalar scalar() {
    return shape.kind() == Kind.SCALAR ? shape.scalar() : Scalar.NONE;
  }

  /** What a scalar means, in one type per sort. */
  Object plain() {
    return shape.plain(value);
  }

  /** Whether this can stand as text: a text, a character, the name of an enum constant. */
  boolean isWritten() {
    Scalar sort = scalar();
    return sort == Scalar.TEXT || sort == Scalar.CHARACTER || sort == Scalar.ENUM;
  }

  /** Whether this has elements or entries, and none are there. */
  boolean isEmpty() {
    Kind kind = shape.kind();
    return (kind == Kind.LIST || kind == Kind.SET || kind == Kind.MAP || kind == Kind.OPTIONAL)
        && shape.size(value) == 0;
  }
}
