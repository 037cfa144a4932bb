package io.understudy.value.named;

import io.understudy.value.shape.Shape;
import org.jspecify.annotations.Nullable;

/**
 * A scalar that another JVM has read and whose class is known by name alone: an enum constant, a
 * class, a value of a library. Immutable. Comparisons use its {@link #plain()} form.
 */
public final class NamedScalar implements Shape.Bearer {
  private final NamedShape shape;
  private final Object plain;

  /**
   * Creates a scalar.
   *
   * @param plain see {@link Shape#plain(Object)}; immutable
   */
  public NamedScalar(NamedShape shape, Object plain) {
    this.shape = shape;
    this.plain = plain;
  }

  @Override
  public NamedShape shape() {
    return shape;
  }

  /** The plain form, see {@link Shape#plain(Object)}. */
  public Object plain() {
    return plain;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof NamedScalar
        && shape.typeName().equals(((NamedScalar) other).shape.typeName())
        && plain.equals(((NamedScalar) other).plain);
  }

  @Override
  public int hashCode() {
    return plain.hashCode();
  }

  @Override
  public String toString() {
    return plain.toString();
  }
}
