package io.understudy.value.container;

import io.understudy.value.Scalar;
import io.understudy.value.shape.Accessors;
import io.understudy.value.shape.Shape;
import io.understudy.value.shape.ShapeFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The shapes of Scala's values: options, tuples, numbers, constants, durations. */
final class ScalaValues {
  private ScalaValues() {}

  static Shape option(Class<?> type, Class<?> api, Set<String> names)
      throws ReflectiveOperationException {
    Function<Object, @Nullable Object> isEmpty = Accessors.method(api, "isEmpty");
    Function<Object, @Nullable Object> get = Accessors.method(api, "get");
    return ShapeFactory.optional(
        type, option -> Boolean.TRUE.equals(isEmpty.apply(option)) ? null : get.apply(option));
  }

  /** A record with one part, {@code left} or {@code right}, so that the two sides differ. */
  static Shape either(Class<?> type, Class<?> api, Set<String> names)
      throws ReflectiveOperationException {
    Function<Object, @Nullable Object> isRight = Accessors.method(api, "isRight");
    Function<Object, @Nullable Object> value = Accessors.with(api, "productElement", int.class, 0);
    Shape left = side(type, "left", value);
    Shape right = side(type, "right", value);
    return ShapeFactory.perObject(
        type.getName(), false, either -> Boolean.TRUE.equals(isRight.apply(either)) ? right : left);
  }

  private static Shape side(Class<?> type, String name, Function<Object, @Nullable Object> get) {
    return ShapeFactory.record(
        type.getName(), Collections.singletonList(name), Collections.singletonList(get));
  }

  /** A record of the elements; a tuple of primitive values keeps them in fields of other names. */
  static Shape tuple(Class<?> type, Class<?> api, Set<String> names)
      throws ReflectiveOperationException {
    int size = Integer.parseInt(api.getName().substring("scala.Tuple".length()));
    List<String> parts = new ArrayList<>();
    List<Function<Object, @Nullable Object>> accessors = new ArrayList<>();
    for (int i = 1; i <= size; i++) {
      parts.add("_" + i);
      accessors.add(Accessors.method(api, "_" + i));
    }
    return ShapeFactory.record(type.getName(), Collections.unmodifiableList(parts), accessors);
  }

  static Shape decimal(Class<?> type, Class<?> api, Set<String> names)
      throws ReflectiveOperationException {
    return number(type, Accessors.method(api, "bigDecimal"));
  }

  static Shape integer(Class<?> type, Class<?> api, Set<String> names)
      throws ReflectiveOperationException {
    return number(type, Accessors.method(api, "bigInteger"));
  }

  private static Shape number(Class<?> type, Function<Object, @Nullable Object> plain) {
    return ShapeFactory.scalar(
        type, Scalar.NUMBER, number -> Accessors.present(plain.apply(number)));
  }

  static Shape constant(Class<?> type, Class<?> api, Set<String> names) {
    return ShapeFactory.scalar(type, Scalar.ENUM, Object::toString);
  }

  static Shape duration(Class<?> type, Class<?> api, Set<String> names)
      throws ReflectiveOperationException {
    Function<Object, @Nullable Object> nanos = Accessors.method(api, "toNanos");
    return ShapeFactory.scalar(
        type,
        Duration.class,
        duration -> Duration.ofNanos((Long) Accessors.present(nanos.apply(duration))));
  }
}
