package io.understudy.value.shape;

import io.understudy.value.Kind;
import io.understudy.value.Scalar;
import io.understudy.value.contents.CollectionOrder;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Makes the shapes of classes that are read through functions, such as library classes. The
 * functions run on the thread that reads an object; for a class outside of the JDK that is never a
 * thread of the application, unless the method's name says "by field". They must be thread-safe and
 * free of side effects.
 */
public final class ShapeFactory {
  private ShapeFactory() {}

  /** Immutable values; {@code plain} returns the plain form of this sort. */
  public static Shape scalar(Class<?> type, Scalar scalar, UnaryOperator<Object> plain) {
    return ScalarShape.fixed(type, scalar, plain);
  }

  /** Immutable values of sort {@link Scalar#OTHER} that mean a value of another class. */
  public static Shape scalar(Class<?> type, Class<?> meaning, UnaryOperator<Object> plain) {
    return ScalarShape.fixed(type, meaning, plain);
  }

  /** Mutable values that are compared by their equals; {@code keep} makes a private copy. */
  public static Shape changing(Class<?> type, UnaryOperator<Object> keep) {
    return ScalarShape.changing(type, Scalar.OTHER, keep, UnaryOperator.identity());
  }

  /**
   * Records whose parts are read by functions.
   *
   * @param names the names of the parts, unmodifiable
   * @param accessors one function for each name
   */
  public static Shape record(
      String typeName, List<String> names, List<Function<Object, @Nullable Object>> accessors) {
    return new AccessorShape(typeName, names, accessors);
  }

  /** As {@link #record}, for objects that never change. */
  public static Shape sharableRecord(
      String typeName, List<String> names, List<Function<Object, @Nullable Object>> accessors) {
    return AccessorShape.ofSharable(typeName, names, accessors);
  }

  /** Objects that stand for the result of a function; null counts as an empty Optional. */
  public static Shape standIn(String typeName, Function<Object, @Nullable Object> function) {
    return new StandInShape(typeName, function);
  }

  /** As {@link #standIn}, for a function that reads a field and runs no code of the application. */
  public static Shape standInByField(String typeName, Function<Object, @Nullable Object> function) {
    return new StandInShape(typeName, function, null);
  }

  /** As {@link #standIn}, for objects that never change. */
  public static Shape sharableStandIn(
      String typeName, Function<Object, @Nullable Object> function) {
    return StandInShape.ofSharable(typeName, function);
  }

  /** Zero or one element; the function returns null when there is no element. */
  public static Shape optional(Class<?> type, Function<Object, @Nullable Object> content) {
    return new OptionalShape(type, content);
  }

  /** As {@link #optional}, for a function that reads fields and runs no code of the application. */
  public static Shape optionalByField(Class<?> type, Function<Object, @Nullable Object> content) {
    return new OptionalShape(type, content, null);
  }

  /**
   * Objects that cannot be read.
   *
   * @param reason one clause without values
   */
  public static Shape opaque(String typeName, String reason) {
    return new OpaqueShape(typeName, reason);
  }

  /** As {@link #opaque}, for objects that can be copied by their fields. */
  public static Shape unseen(String typeName, String reason) {
    return OpaqueShape.unseen(typeName, reason);
  }

  /**
   * Objects of one class that have different shapes.
   *
   * @param sharable whether the objects never change
   * @param choice returns the shape of an object
   */
  public static Shape perObject(String typeName, boolean sharable, Function<Object, Shape> choice) {
    return new PerObjectShape(typeName, sharable, choice);
  }

  /**
   * Objects that a persistence library loads when they are used. They are opaque until then; this
   * does not make the objects that contain them uncapturable.
   *
   * @param loaded the shape of a loaded object
   * @param reason why an object that is not loaded is opaque: one clause without values
   */
  public static Shape lazy(Shape loaded, Predicate<Object> isLoaded, String reason) {
    return new PerObjectShape(loaded, isLoaded, OpaqueShape.notLoaded(loaded.typeName(), reason));
  }

  /** Lists or sets; the function returns the elements of one. */
  public static Shape collection(
      Kind kind, String typeName, Function<Object, ? extends Collection<?>> elements) {
    return new CollectionShape(
        kind, typeName, ExtraFields.NOTHING, elements, Shape::hasForeignMethods);
  }

  /** Collections that promise no order and are no sets; the function returns the elements. */
  public static Shape bag(String typeName, Function<Object, ? extends Collection<?>> elements) {
    return CollectionShape.of(
        CollectionOrder.BAG, typeName, ExtraFields.NOTHING, elements, Shape::hasForeignMethods);
  }

  /**
   * Lists of primitives; {@code content} returns them in a new array.
   *
   * @param bytes the size of the content, read before the content
   */
  public static Shape content(
      Class<?> type, ToLongFunction<Object> bytes, Function<Object, Object> content) {
    return new ContentShape(type.getName(), bytes, content);
  }

  /** Sets; the function reads the elements of one from its fields, and calls no method of it. */
  public static Shape setByFields(
      String typeName, Function<Object, ? extends Collection<?>> elements) {
    return new CollectionShape(Kind.SET, typeName, ExtraFields.NOTHING, elements, null);
  }

  /** Maps; the function reads the entries of one from its fields, and calls no method of it. */
  public static Shape mapByFields(
      String typeName, Function<Object, ? extends Collection<? extends Map.Entry<?, ?>>> entries) {
    return new MapShape(typeName, ExtraFields.NOTHING, entries, null);
  }

  /** Maps; the function returns the entries of one. */
  public static Shape map(
      String typeName, Function<Object, ? extends Collection<? extends Map.Entry<?, ?>>> entries) {
    return new MapShape(typeName, ExtraFields.NOTHING, entries, Shape::hasForeignMethods);
  }

  /** As {@link #map}, for maps in which the order of the entries counts. */
  public static Shape orderedMap(
      String typeName, Function<Object, ? extends Collection<? extends Map.Entry<?, ?>>> entries) {
    return MapShape.ofOrdered(typeName, entries);
  }

  /**
   * The JDK class that an application class extends without adding fields or overriding methods;
   * null if it does.
   */
  public static @Nullable Class<?> plainBase(Class<?> type) {
    return ScalarSubclasses.plainBase(type);
  }

  /** Row sets that keep their rows in memory; null for every other class. */
  public static @Nullable Shape rowSet(Class<?> type) {
    return RowSetShape.of(type);
  }
}
