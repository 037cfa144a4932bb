package io.understudy.compare.explain;

import io.understudy.value.Kind;
import io.understudy.value.Scalar;
import io.understudy.value.shape.Shape;
import io.understudy.value.view.StandardShapes;

/** A side's value, not null, with its shape. */
final class SideValue {
  final Object value;
  final Shape shape;

  SideValue(Object value) {
    this.value = value;
    this.shape = StandardShapes.of(value);
  }

  /** Returns the sort of scalar; NONE for a value with parts. */
  Scalar scalar() {
    return shape.kind() == Kind.SCALAR ? shape.scalar() : Scalar.NONE;
  }

  /** Returns the value of a scalar, in one type for each sort. */
  Object plain() {
    return shape.plain(value);
  }

  /** Returns whether both are scalars of one class with the same value, down to its form. */
  boolean isSameAs(SideValue other) {
    return scalar() != Scalar.NONE
        && scalar() == other.scalar()
        && shape.typeName().equals(other.shape.typeName())
        && plain().equals(other.plain())
        && shape.itself(value).equals(other.shape.itself(other.value));
  }

  /** Returns whether this can be text: a text, a character or the name of an enum constant. */
  boolean isWritten() {
    Scalar sort = scalar();
    return sort == Scalar.TEXT || sort == Scalar.CHARACTER || sort == Scalar.ENUM;
  }

  /** Returns whether this is a list, set, map or optional without content. */
  boolean isEmpty() {
    Kind kind = shape.kind();
    return (kind == Kind.LIST || kind == Kind.SET || kind == Kind.MAP || kind == Kind.OPTIONAL)
        && shape.size(value) == 0;
  }
}
