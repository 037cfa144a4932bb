package io.understudy.value.shape;

import io.understudy.value.Kind;
import io.understudy.value.Scalar;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Makes the shapes of classes that are read through functions, such as those of libraries. The
 * functions are called on the thread that reads an object; they change nothing and are thread-safe.
 */
public final class ShapeFactory {
  private ShapeFactory() {}

  /** Immutable values of one sort. */
  public static Shape scalar(Class<?> type, Scalar scalar, UnaryOperator<Object> plain) {
    return ScalarShape.fixed(type, scalar, plain);
  }

  /** Immutable values that mean one of another class, of sort {@link Scalar#OTHER}. */
  public static Shape scalar(Class<?> type, Class<?> meaning, UnaryOperator<Object> plain) {
    return ScalarShape.fixed(type, meaning, plain);
  }

  /**
   * Records of parts that are read by functions.
   *
   * @param names unmodifiable
   * @param accessors one for each name
   */
  public static Shape record(
      String typeName, List<String> names, List<Function<Object, @Nullable Object>> accessors) {
    return new AccessorShape(typeName, names, accessors);
  }

  /** As {@link #record}, of objects that never change. */
  public static Shape sharableRecord(
      String typeName, List<String> names, List<Function<Object, @Nullable Object>> accessors) {
    return AccessorShape.ofSharable(typeName, names, accessors);
  }

  /** Objects that are seen as what a function makes of each; null counts as an empty Optional. */
  public static Shape standIn(String typeName, Function<Object, @Nullable Object> function) {
    return new StandInShape(typeName, function);
  }

  /** As {@link #standIn}, of objects that never change. */
  public static Shape sharableStandIn(
      String typeName, Function<Object, @Nullable Object> function) {
    return StandInShape.ofSharable(typeName, function);
  }

  /** Zero or one element; the function gives null where there is none. */
  public static Shape optional(Class<?> type, Function<Object, @Nullable Object> content) {
    return new OptionalShape(type, content);
  }

  /**
   * Objects that cannot be looked into.
   *
   * @param reason one clause without values
   */
  public static Shape opaque(String typeName, String reason) {
    return new OpaqueShape(typeName, reason);
  }

  /**
   * Objects of which each tells its shape.
   *
   * @param sharable whether they never change
   */
  public static Shape perObject(String typeName, boolean sharable, Function<Object, Shape> choice) {
    return new PerObjectShape(typeName, sharable, choice);
  }

  /**
   * Objects that a persistence library loads when they are used; opaque until then, which spoils
   * nothing that they are a part of.
   *
   * @param loaded how they are seen once they are loaded
   * @param reason why they are opaque before, one clause without values
   */
  public static Shape lazy(Shape loaded, Predicate<Object> isLoaded, String reason) {
    return new PerObjectShape(loaded, isLoaded, OpaqueShape.notLoaded(loaded.typeName(), reason));
  }

  /** Lists or sets, and how their elements are found. */
  public static Shape collection(
      Kind kind, String typeName, Function<Object, ? extends Collection<?>> elements) {
    return new CollectionShape(kind, typeName, ExtraFields.NOTHING, elements);
  }

  /** Maps, and how their entries are found. */
  public static Shape map(
      String typeName, Function<Object, ? extends Collection<? extends Map.Entry<?, ?>>> entries) {
    return new MapShape(typeName, ExtraFields.NOTHING, entries);
  }

  /** As {@link #map}, with an order of the entries that counts. */
  public static Shape orderedMap(
      String typeName, Function<Object, ? extends Collection<? extends Map.Entry<?, ?>>> entries) {
    return MapShape.ofOrdered(typeName, entries);
  }

  /** Row sets that keep their rows in memory; null for a class that is none. */
  public static @Nullable Shape rowSet(Class<?> type) {
    return RowSetShape.of(type);
  }
}
