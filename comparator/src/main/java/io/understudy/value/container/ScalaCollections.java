package io.understudy.value.container;

import io.understudy.value.Kind;
import io.understudy.value.shape.Accessors;
import io.understudy.value.shape.Shape;
import io.understudy.value.shape.ShapeFactory;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The shapes of Scala's collections, which do not implement {@code java.util}: 2.12, 2.13, 3. */
final class ScalaCollections {
  private static final String COLLECTION = "scala.collection.";

  private static final Pattern LAZY =
      Pattern.compile(
          "scala\\.collection\\.(\\w+\\.)*(View|\\w+View|\\w+ViewLike|Stream|LazyList|\\w*WithFilter)");

  private ScalaCollections() {}

  static @Nullable Shape of(Class<?> type, Class<?> api, Set<String> names)
      throws ReflectiveOperationException {
    for (String name : names) {
      if (LAZY.matcher(name).matches()) {
        return Lazies.of(type, api, names);
      }
    }
    // Since 2.13 a collection has a method "iterator"; before, each has a method "toIterator".
    boolean old = api.getSimpleName().equals("GenTraversableOnce");
    Class<?> iterable = old ? api : Class.forName(COLLECTION + "Iterable", false, loader(api));
    if (!iterable.isAssignableFrom(type)) {
      return null;
    }
    String iterator = old ? "toIterator" : "iterator";
    if (isOf(names, "Map")) {
      Class<?> tuple = Class.forName("scala.Tuple2", false, loader(api));
      Function<Object, @Nullable Object> key = Accessors.method(tuple, "_1");
      Function<Object, @Nullable Object> value = Accessors.method(tuple, "_2");
      return ShapeFactory.map(
          type.getName(),
          Contents.iterated(
              iterable,
              iterator,
              pair -> {
                Object both = Accessors.present(pair);
                return Contents.entry(key.apply(both), value.apply(both));
              }));
    }
    if (isOf(names, "Seq")) {
      return ShapeFactory.collection(
          Kind.LIST, type.getName(), Contents.iterated(iterable, iterator));
    }
    return isOf(names, "Set")
        ? ShapeFactory.collection(Kind.SET, type.getName(), Contents.iterated(iterable, iterator))
        : ShapeFactory.bag(type.getName(), Contents.iterated(iterable, iterator));
  }

  private static @Nullable ClassLoader loader(Class<?> api) {
    return api.getClassLoader();
  }

  private static boolean isOf(Set<String> names, String kind) {
    return names.contains(COLLECTION + kind) || names.contains(COLLECTION + "Gen" + kind);
  }
}
