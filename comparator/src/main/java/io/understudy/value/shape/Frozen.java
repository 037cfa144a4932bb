package io.understudy.value.shape;

import io.understudy.value.Kind;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Array;
import org.jspecify.annotations.Nullable;

/**
 * An object as it was at one moment: its shape and its parts, independent of the live object.
 *
 * <p>A part is {@code null}, a scalar that does not change any more, or another {@code Frozen}.
 * Cycles and shared references of the live graph are kept. Immutable once the {@code Freezer} has
 * returned it; other threads may use it after safe publication.
 */
public final class Frozen {
  private static final Object[] NOTHING = {};

  private static final MethodHandle MAKER = maker();

  private Shape shape;

  /** An Object[] or a private array of primitives. A map has key, value, key, value and so on. */
  private Object parts = NOTHING;

  /** The extra fields of a collection; this object itself when there are none. */
  private Frozen extraFields = this;

  /** Has no parts yet: the freezer sets them later, because a cycle may lead back here. */
  Frozen(Shape shape) {
    this.shape = shape;
  }

  private Frozen(Shape shape, Object[] parts) {
    this.shape = shape;
    this.parts = parts;
  }

  private static MethodHandle maker() {
    try {
      return MethodHandles.lookup()
          .findConstructor(
              Frozen.class, MethodType.methodType(void.class, Shape.class, Object[].class));
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** The handle {@code (Object[] parts) -> Object} that makes frozen objects of a shape. */
  static MethodHandle maker(Shape of) {
    return MAKER.bindTo(of).asType(MethodType.methodType(Object.class, Object[].class));
  }

  /**
   * Represents an object that is not read; its kind is {@link Kind#OPAQUE}.
   *
   * @param typeName the class name of the object, as {@code Class.getName()} gives it
   * @param reason one clause without values
   */
  public static Frozen unread(String typeName, String reason) {
    return new Frozen(new OpaqueShape(typeName, reason));
  }

  /** Sets the parts: an array that no other object keeps. */
  void fill(Object array) {
    parts = array;
  }

  /** Sets the extra fields of a collection. */
  void setExtraFields(Frozen record) {
    extraFields = record;
  }

  /** The object that {@link Shape#beside()} reads. */
  Frozen extraFields() {
    return extraFields;
  }

  /** Makes this opaque, because reading the live object failed. */
  void setUnreadable(Shape opaque) {
    shape = opaque;
    parts = NOTHING;
  }

  /** Replaces the shape, because the parts are those of the object that the live one stands for. */
  void setShape(Shape resolved) {
    shape = resolved;
  }

  /** The array of the parts, not a copy. */
  Object array() {
    return parts;
  }

  /** The shape of the live object; its accessors also accept this object. */
  public Shape shape() {
    return shape;
  }

  /** The kind of the live object; never {@link Kind#SCALAR}. */
  public Kind kind() {
    return shape.kind();
  }

  /** The class name of the live object, as {@code Class.getName()} gives it. */
  public String typeName() {
    return shape.typeName();
  }

  /** The number of elements, entries or named parts; 0 for an opaque object. */
  public int size() {
    return kind() == Kind.MAP ? slots() / 2 : slots();
  }

  /** The name of a record's part {@code i}. */
  public String name(int i) {
    return shape.names().get(i);
  }

  /** Element {@code i}, part {@code i} of a record, or value {@code i} of a map. */
  public @Nullable Object part(int i) {
    return slot(kind() == Kind.MAP ? 2 * i + 1 : i);
  }

  /** Key {@code i} of a map. */
  public @Nullable Object key(int i) {
    return slot(2 * i);
  }

  /** Why an opaque object could not be read; empty for every other kind. */
  public String reason() {
    return shape.reason();
  }

  private int slots() {
    return parts instanceof Object[] ? ((Object[]) parts).length : Array.getLength(parts);
  }

  private @Nullable Object slot(int i) {
    return slot(parts, i);
  }

  // Common arrays are read directly: Array.get is a native call for each element.
  static @Nullable Object slot(Object array, int i) {
    if (array instanceof Object[]) {
      return ((@Nullable Object[]) array)[i];
    }
    if (array instanceof byte[]) {
      return ((byte[]) array)[i];
    }
    if (array instanceof int[]) {
      return ((int[]) array)[i];
    }
    if (array instanceof long[]) {
      return ((long[]) array)[i];
    }
    return array instanceof double[] ? (Object) ((double[]) array)[i] : Array.get(array, i);
  }

  @Override
  public String toString() {
    return typeName() + "(" + kind() + ", " + size() + ")";
  }
}
