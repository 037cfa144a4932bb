package io.understudy.value.shape;

import io.understudy.value.Kind;
import io.understudy.value.Scalar;

/** One value, compared by its own {@code equals}. Used for classes with such a view. */
final class EqualsShape extends Shape {
  /** The shape of {@link EqualsValue}, which holds the shape of its value. */
  static final Shape KEPT =
      new PerObjectShape(EqualsValue.class.getName(), true, kept -> ((EqualsValue) kept).shape());

  EqualsShape(String typeName) {
    super(Kind.SCALAR, typeName);
  }

  /** The object is kept as it is: the user states that it never changes. */
  @Override
  boolean isForeign(Object live, Shapes shapes) {
    return false;
  }

  @Override
  public Scalar scalar() {
    return Scalar.OTHER;
  }

  @Override
  public Object plain(Object scalar) {
    return keep(scalar);
  }

  @Override
  public Object keep(Object scalar) {
    return scalar instanceof EqualsValue ? scalar : new EqualsValue(this, scalar);
  }

  @Override
  public long bytes(Object scalar) {
    return 16;
  }

  /**
   * A value together with its shape. A value whose {@code equals} throws is equal to no other
   * value.
   */
  static final class EqualsValue {
    private final Shape shape;
    private final Object value;

    EqualsValue(Shape shape, Object value) {
      this.shape = shape;
      this.value = value;
    }

    /** The shape of the value. */
    Shape shape() {
      return shape;
    }

    @Override
    public boolean equals(@org.jspecify.annotations.Nullable Object other) {
      try {
        return other instanceof EqualsValue && value.equals(((EqualsValue) other).value);
      } catch (RuntimeException unsound) {
        return false;
      }
    }

    @Override
    public int hashCode() {
      try {
        return value.hashCode();
      } catch (RuntimeException unsound) {
        return 0;
      }
    }

    @Override
    public String toString() {
      try {
        return String.valueOf(value);
      } catch (RuntimeException unsound) {
        return shape.typeName();
      }
    }
  }
}
