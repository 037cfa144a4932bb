package io.understudy.value.shape;

import io.understudy.value.Kind;
import java.lang.reflect.Array;
import org.jspecify.annotations.Nullable;

/**
 * An object as it was at one moment: its shape and its parts, cut off from the live object.
 *
 * <p>A part is {@code null}, a scalar that nobody changes any more, or another {@code Frozen}.
 * Cycles and shared references of the live graph are kept. Immutable once the {@code Freezer} has
 * returned it, so it may be handed between threads through any safe publication.
 */
public final class Frozen {
  private static final Object[] NOTHING = {};

  private Shape shape;

  /** Object[], or a private array of primitives; for a map key, value, key, value and so on. */
  private Object parts = NOTHING;

  /** What a collection kept beside its elements; itself where that is nothing. */
  private Frozen beside = this;

  /** For the freezer, which gives the parts later, since a cycle may lead back here. */
  Frozen(Shape shape) {
    this.shape = shape;
  }

  /**
   * Stands for an object that is not read: of kind {@link Kind#OPAQUE}.
   *
   * @param typeName the class name of the object, as {@code Class.getName()} gives it
   * @param reason one clause without values
   */
  public static Frozen unread(String typeName, String reason) {
    return new Frozen(new OpaqueShape(typeName, reason));
  }

  /** Gives the parts, an array that nobody else keeps. */
  void fill(Object array) {
    parts = array;
  }

  /** Gives what a collection keeps beside its elements. */
  void beside(Frozen record) {
    beside = record;
  }

  /** What is read by {@link Shape#beside()}. */
  Frozen beside() {
    return beside;
  }

  /** Says that the live object could not be read after all. */
  void unreadable(Shape opaque) {
    shape = opaque;
    parts = NOTHING;
  }

  /** Says that the parts are those of what the live object stands for. */
  void seenAs(Shape meant) {
    shape = meant;
  }

  /** The array behind this, not copied. */
  Object array() {
    return parts;
  }

  /** The shape of the live object; its accessors take this object too. */
  public Shape shape() {
    return shape;
  }

  /** What the live object was; never {@link Kind#SCALAR}. */
  public Kind kind() {
    return shape.kind();
  }

  /** The class name of the live object, as {@code Class.getName()} gives it. */
  public String typeName() {
    return shape.typeName();
  }

  /** How many elements, entries or named parts there are; 0 for an opaque object. */
  public int size() {
    return kind() == Kind.MAP ? slots() / 2 : slots();
  }

  /** The name of a record's part {@code i}. */
  public String name(int i) {
    return shape.names().get(i);
  }

  /** Element {@code i}, or a record's part {@code i}; for a map its value {@code i}. */
  public @Nullable Object part(int i) {
    return slot(kind() == Kind.MAP ? 2 * i + 1 : i);
  }

  /** Key {@code i} of a map. */
  public @Nullable Object key(int i) {
    return slot(2 * i);
  }

  /** Why an opaque object could not be looked into; empty for every other kind. */
  public String reason() {
    return shape.reason();
  }

  private int slots() {
    return parts instanceof Object[] ? ((Object[]) parts).length : Array.getLength(parts);
  }

  private @Nullable Object slot(int i) {
    return slot(parts, i);
  }

  // By hand for the usual arrays: reflection's Array.get is a native call for each element.
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
