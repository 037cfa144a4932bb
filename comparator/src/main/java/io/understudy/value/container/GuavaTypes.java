package io.understudy.value.container;

import io.understudy.value.Scalar;
import io.understudy.value.shape.Accessors;
import io.understudy.value.shape.Shape;
import io.understudy.value.shape.ShapeFactory;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The shapes of Guava's types that are neither collections of {@code java.util} nor beans. */
final class GuavaTypes {
  private GuavaTypes() {}

  /** The bounds and their types; the fields show a type only by their class. */
  static Shape range(Class<?> type, Class<?> api, Set<String> names)
      throws ReflectiveOperationException {
    return ShapeFactory.record(
        type.getName(),
        names("lower", "lowerType", "upper", "upperType"),
        Arrays.asList(
            bound(api, "hasLowerBound", "lowerEndpoint"),
            bound(api, "hasLowerBound", "lowerBoundType"),
            bound(api, "hasUpperBound", "upperEndpoint"),
            bound(api, "hasUpperBound", "upperBoundType")));
  }

  private static Function<Object, @Nullable Object> bound(Class<?> api, String has, String get)
      throws ReflectiveOperationException {
    Function<Object, @Nullable Object> exists = Accessors.method(api, has);
    Function<Object, @Nullable Object> value = Accessors.method(api, get);
    return range -> Boolean.TRUE.equals(exists.apply(range)) ? value.apply(range) : null;
  }

  static Shape ranges(Class<?> type, Class<?> api, Set<String> names)
      throws ReflectiveOperationException {
    return ShapeFactory.standIn(type.getName(), Accessors.method(api, "asRanges"));
  }

  static Shape rangeMap(Class<?> type, Class<?> api, Set<String> names)
      throws ReflectiveOperationException {
    return ShapeFactory.standIn(type.getName(), Accessors.method(api, "asMapOfRanges"));
  }

  static Shape asMap(Class<?> type, Class<?> api, Set<String> names)
      throws ReflectiveOperationException {
    return ShapeFactory.standIn(type.getName(), Accessors.method(api, "asMap"));
  }

  static Shape array(Class<?> type, Class<?> api, Set<String> names)
      throws ReflectiveOperationException {
    return ShapeFactory.standIn(type.getName(), Accessors.method(api, "toArray"));
  }

  static Shape unsigned(Class<?> type, Class<?> api, Set<String> names)
      throws ReflectiveOperationException {
    Function<Object, @Nullable Object> value = Accessors.method(api, "bigIntegerValue");
    return ShapeFactory.scalar(
        type, Scalar.NUMBER, number -> Accessors.present(value.apply(number)));
  }

  static Shape hashCode(Class<?> type, Class<?> api, Set<String> names)
      throws ReflectiveOperationException {
    return ShapeFactory.standIn(type.getName(), Accessors.method(api, "asBytes"));
  }

  static Shape bits(Class<?> type, Class<?> api, Set<String> names) {
    return ShapeFactory.unseen(
        type.getName(), type.getName() + " does not keep its elements; ignore it or name a view");
  }

  static Shape counted(Class<?> type, Class<?> api, Set<String> names)
      throws ReflectiveOperationException {
    return ShapeFactory.record(
        type.getName(),
        names("element", "count"),
        Arrays.asList(Accessors.method(api, "getElement"), Accessors.method(api, "getCount")));
  }

  static Shape cell(Class<?> type, Class<?> api, Set<String> names)
      throws ReflectiveOperationException {
    return ShapeFactory.record(
        type.getName(),
        names("row", "column", "value"),
        Arrays.asList(
            Accessors.method(api, "getRowKey"),
            Accessors.method(api, "getColumnKey"),
            Accessors.method(api, "getValue")));
  }

  static List<String> names(String... names) {
    return Collections.unmodifiableList(Arrays.asList(names));
  }
}
