package io.understudy.value.shape;

import io.understudy.value.Uncapturable;
import io.understudy.value.contents.SizedIterables;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes the shapes of containers that are an {@code Iterable} with a size. */
final class IterableShape {
  private IterableShape() {}

  /**
   * The shape of a container class.
   *
   * @param size the method that returns the number of elements, see {@link SizedIterables}
   */
  static Shape of(Class<?> type, Set<String> names, Shape extraFields, Method size)
      throws ReflectiveOperationException {
    Function<Object, @Nullable Object> count = Accessors.method(type, size.getName());
    if (SizedIterables.isMap(type)) {
      return new MapShape(
          type.getName(),
          extraFields,
          live -> {
            Collection<Map.Entry<?, ?>> entries = new ArrayList<>();
            SizedIterables.entries(live).forEach(entries::add);
            return entries;
          },
          Shape::hasForeignMethods);
    }
    return CollectionShape.of(
        SizedIterables.order(names),
        type.getName(),
        extraFields,
        live -> elements(live, count),
        Shape::hasForeignMethods);
  }

  // Two numbers that differ show a view, a page or a bag, which the iterator alone does not show.
  private static List<@Nullable Object> elements(
      Object live, Function<Object, @Nullable Object> count) {
    int size = (Integer) Accessors.present(count.apply(live));
    List<@Nullable Object> elements = new ArrayList<>();
    for (Object element : (Iterable<?>) live) {
      if (elements.size() == size) {
        throw unsized(live);
      }
      elements.add(element);
    }
    if (elements.size() < size) {
      throw unsized(live);
    }
    return elements;
  }

  private static Accessors.UnreadableException unsized(Object live) {
    return new Accessors.UnreadableException(
        new Uncapturable(
            live.getClass().getName() + " iterates over another number of elements than its size"));
  }
}
