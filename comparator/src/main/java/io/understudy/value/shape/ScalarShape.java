package io.understudy.value.shape;

import io.understudy.value.Kind;
import io.understudy.value.Scalar;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.BitSet;
import java.util.function.UnaryOperator;

/** A class whose objects are one value without parts. */
final class ScalarShape extends Shape {
  /** What a small object takes, bytes, roughly. */
  private static final int SMALL = 32;

  private final Scalar scalar;
  private final boolean immutable;
  private final UnaryOperator<Object> keep;
  private final UnaryOperator<Object> plain;
  private final String family;

  private ScalarShape(
      String typeName,
      Scalar scalar,
      boolean immutable,
      UnaryOperator<Object> keep,
      UnaryOperator<Object> plain,
      String family) {
    super(Kind.SCALAR, typeName);
    this.family = family;
    this.scalar = scalar;
    this.immutable = immutable;
    this.keep = keep;
    this.plain = plain;
  }

  /** Values that never change. */
  static ScalarShape fixed(Class<?> type, Scalar scalar, UnaryOperator<Object> plain) {
    return new ScalarShape(
        type.getName(), scalar, true, UnaryOperator.identity(), plain, type.getName());
  }

  /** Values that never change and mean one of another class, of sort {@link Scalar#OTHER}. */
  static ScalarShape fixed(Class<?> type, Class<?> meaning, UnaryOperator<Object> plain) {
    return new ScalarShape(
        type.getName(), Scalar.OTHER, true, UnaryOperator.identity(), plain, meaning.getName());
  }

  /** Values that change, and are kept as {@code keep} copies them. */
  static ScalarShape changing(
      Class<?> type, Scalar scalar, UnaryOperator<Object> keep, UnaryOperator<Object> plain) {
    return new ScalarShape(type.getName(), scalar, false, keep, plain, type.getName());
  }

  @Override
  public Scalar scalar() {
    return scalar;
  }

  @Override
  public String family() {
    return family;
  }

  @Override
  public boolean immutable() {
    return immutable;
  }

  @Override
  public Object keep(Object value) {
    return immutable ? value : keep.apply(value);
  }

  @Override
  public Object plain(Object value) {
    return plain.apply(value);
  }

  @Override
  public long bytes(Object value) {
    if (value instanceof StringBuffer) {
      return SMALL + (long) Character.BYTES * StringBuffers.length(value);
    }
    if (value instanceof CharSequence) {
      return SMALL + (long) Character.BYTES * ((CharSequence) value).length();
    }
    if (value instanceof BitSet) {
      return SMALL + ((BitSet) value).size() / Byte.SIZE;
    }
    if (value instanceof ByteBuffer) {
      return SMALL + ((ByteBuffer) value).capacity();
    }
    return value.getClass() == BigInteger.class
        ? SMALL + ((BigInteger) value).bitLength() / Byte.SIZE
        : SMALL;
  }
}
