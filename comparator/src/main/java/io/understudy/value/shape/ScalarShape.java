package io.understudy.value.shape;

import io.understudy.value.Kind;
import io.understudy.value.Scalar;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.BitSet;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A class whose objects are single values without parts. */
final class ScalarShape extends Shape {
  /** Estimated bytes of a small object. */
  private static final int SMALL = 32;

  private final Scalar scalar;
  private final boolean immutable;
  private final UnaryOperator<Object> keep;
  private final UnaryOperator<Object> plain;
  private final String family;

  /** Whether methods of the object run code outside of the JDK; null if they never do. */
  private final @Nullable Predicate<Object> foreign;

  private ScalarShape(
      String typeName,
      Scalar scalar,
      boolean immutable,
      UnaryOperator<Object> keep,
      UnaryOperator<Object> plain,
      String family,
      @Nullable Predicate<Object> foreign) {
    super(Kind.SCALAR, typeName);
    this.foreign = foreign;
    this.family = family;
    this.scalar = scalar;
    this.immutable = immutable;
    this.keep = keep;
    this.plain = plain;
  }

  /** Immutable values. */
  static ScalarShape fixed(Class<?> type, Scalar scalar, UnaryOperator<Object> plain) {
    return new ScalarShape(
        type.getName(), scalar, true, UnaryOperator.identity(), plain, type.getName(), null);
  }

  /** Immutable values of sort {@link Scalar#OTHER} that mean a value of another class. */
  static ScalarShape fixed(Class<?> type, Class<?> meaning, UnaryOperator<Object> plain) {
    return new ScalarShape(
        type.getName(),
        Scalar.OTHER,
        true,
        UnaryOperator.identity(),
        plain,
        meaning.getName(),
        null);
  }

  /** Mutable values; {@code keep} makes a private copy. */
  static ScalarShape changing(
      Class<?> type, Scalar scalar, UnaryOperator<Object> keep, UnaryOperator<Object> plain) {
    return changing(type, scalar, keep, plain, null);
  }

  /**
   * Mutable values.
   *
   * @param foreign whether {@code keep} and {@link #bytes} run code outside of the JDK
   */
  static ScalarShape changing(
      Class<?> type,
      Scalar scalar,
      UnaryOperator<Object> keep,
      UnaryOperator<Object> plain,
      @Nullable Predicate<Object> foreign) {
    return new ScalarShape(type.getName(), scalar, false, keep, plain, type.getName(), foreign);
  }

  @Override
  public boolean isKeptByForeignCode(Object scalar) {
    return foreign != null && foreign.test(scalar);
  }

  @Override
  boolean isForeign(Object live, Shapes shapes) {
    return isKeptByForeignCode(live);
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
