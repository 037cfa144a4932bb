package io.understudy.value.library;

import io.understudy.value.Kind;
import io.understudy.value.Supertypes;
import io.understudy.value.shape.Accessors;
import io.understudy.value.shape.Shape;
import io.understudy.value.shape.ShapeFactory;
import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The shapes of Vavr's collections, which do not implement {@code java.util}, and its controls. */
final class Vavr {
  private static final String COLLECTION = "io.vavr.collection.";

  private Vavr() {}

  /** A record with one part, {@code left} or {@code right}, so that the two sides differ. */
  static Shape either(Class<?> type, Class<?> api, Set<String> names)
      throws ReflectiveOperationException {
    Function<Object, @Nullable Object> isRight = Accessors.method(api, "isRight");
    Shape left = side(type, "left", Accessors.method(api, "getLeft"));
    Shape right = side(type, "right", Accessors.method(api, "get"));
    return ShapeFactory.perObject(
        type.getName(), false, either -> Boolean.TRUE.equals(isRight.apply(either)) ? right : left);
  }

  private static Shape side(Class<?> type, String name, Function<Object, @Nullable Object> get) {
    return ShapeFactory.record(
        type.getName(), Collections.singletonList(name), Collections.singletonList(get));
  }

  static Shape option(Class<?> type, Class<?> api, Set<String> names)
      throws ReflectiveOperationException {
    return ShapeFactory.optional(type, Accessors.method(api, "getOrNull"));
  }

  static Shape lazy(Class<?> type, Class<?> api, Set<String> names)
      throws ReflectiveOperationException {
    Function<Object, @Nullable Object> made = Accessors.method(api, "isEvaluated");
    Shape value = ShapeFactory.optional(type, Accessors.method(api, "get"));
    Shape missing = ShapeFactory.opaque(type.getName(), type.getName() + " was not evaluated yet");
    return ShapeFactory.perObject(
        type.getName(), false, lazy -> Boolean.TRUE.equals(made.apply(lazy)) ? value : missing);
  }

  static @Nullable Shape collection(Class<?> type, Class<?> api, Set<String> names)
      throws ReflectiveOperationException {
    if (names.contains(COLLECTION + "Stream")) {
      return ShapeFactory.opaque(type.getName(), type.getName() + " makes its elements when asked");
    }
    if (names.contains(COLLECTION + "Multimap")) {
      return ShapeFactory.standIn(type.getName(), Accessors.method(multimap(type), "asMap"));
    }
    if (names.contains(COLLECTION + "Map")) {
      return ShapeFactory.map(type.getName(), entries(api));
    }
    boolean list = names.contains(COLLECTION + "Seq");
    boolean set =
        names.contains(COLLECTION + "Set") || names.contains(COLLECTION + "PriorityQueue");
    if (list || set) {
      Kind kind = list ? Kind.LIST : Kind.SET;
      return ShapeFactory.collection(kind, type.getName(), many -> elements((Iterable<?>) many));
    }
    return null; // Tuples, trees and the like are read by their fields.
  }

  private static Class<?> multimap(Class<?> type) throws ClassNotFoundException {
    Class<?> found = Supertypes.named(type, COLLECTION + "Multimap");
    if (found == null) {
      throw new ClassNotFoundException(type.getName());
    }
    return found;
  }

  private static List<@Nullable Object> elements(Iterable<?> all) {
    List<@Nullable Object> elements = new ArrayList<>();
    all.forEach(elements::add);
    return elements;
  }

  private static Function<Object, Set<? extends Map.Entry<?, ?>>> entries(Class<?> api)
      throws ReflectiveOperationException {
    Class<?> tuple = Class.forName("io.vavr.Tuple2", false, api.getClassLoader());
    Function<Object, @Nullable Object> key = Accessors.method(tuple, "_1");
    Function<Object, @Nullable Object> value = Accessors.method(tuple, "_2");
    return map -> {
      Set<Map.Entry<?, ?>> entries = new LinkedHashSet<>();
      for (Object both : (Iterable<?>) map) {
        entries.add(new Pair(key.apply(both), value.apply(both)));
      }
      return entries;
    };
  }

  /** An entry that is compared by identity, so that no equals of a key is called. */
  private static final class Pair extends SimpleImmutableEntry<@Nullable Object, @Nullable Object> {
    private static final long serialVersionUID = 1;

    Pair(@Nullable Object key, @Nullable Object value) {
      super(key, value);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return this == other;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(this);
    }
  }
}
