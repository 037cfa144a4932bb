package io.understudy.agent.convert;

import io.understudy.value.Kind;
import io.understudy.value.Path;
import io.understudy.value.shape.Elements;
import io.understudy.value.shape.Shape;
import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.concurrent.PriorityBlockingQueue;
import org.jspecify.annotations.Nullable;

/** Converts arrays, collections and maps. Not thread-safe. */
final class ContainerConversion {
  private final ConversionRun run;

  ContainerConversion(ConversionRun run) {
    this.run = run;
  }

  Object convert(Shape shape, Object source, TargetType to, Path path) throws ConversionException {
    if (!shape.beside().names().isEmpty()) {
      throw ConversionException.at(
          path,
          "is a "
              + shape.typeName()
              + ", which adds fields to a collection; they have no place in "
              + to);
    }
    if (shape.kind() == Kind.MAP) {
      if (!Map.class.isAssignableFrom(to.raw())) {
        throw ConversionException.type(path, shape.typeName(), to);
      }
      return map(shape, source, to, path);
    }
    boolean isSet = shape.kind() == Kind.SET && !shape.isBag();
    if (to.raw().isArray() && !isSet) {
      return array(shape, source, to, path);
    }
    boolean isIterable = Iterable.class.isAssignableFrom(to.raw());
    boolean isOfKind =
        isSet ? !List.class.isAssignableFrom(to.raw()) : !Set.class.isAssignableFrom(to.raw());
    if (!isIterable || !isOfKind) {
      throw ConversionException.type(path, shape.typeName(), to);
    }
    return collection(shape, source, to, isSet, path);
  }

  private Object array(Shape shape, Object source, TargetType to, Path path)
      throws ConversionException {
    Object known = run.known(source, to, path);
    if (known != null) {
      return known;
    }
    Object array = Array.newInstance(to.element().raw(), shape.size(source));
    run.became(source, to, array);
    run.late.opened(array);
    Elements elements = shape.elements(source);
    int i = 0;
    for (; elements.next(); i++) {
      Array.set(array, i, run.convert(elements.value(), to.element(), path.index(i)));
    }
    run.late.closed(array);
    return array;
  }

  private Object collection(Shape shape, Object source, TargetType to, boolean isSet, Path path)
      throws ConversionException {
    TargetType element = to.argument(Iterable.class, 0);
    Class<?> implementation = Containers.implementation(to.raw(), isSet);
    // Objects of declared types that lead to the same class are the same object.
    Object key = Arrays.asList(implementation, element);
    Object known = run.known(source, key, path);
    if (known != null) {
      return known;
    }
    Object empty = empty(implementation, element, path);
    @SuppressWarnings("unchecked") // It is new and empty, and its elements fit by their types.
    Collection<Object> made = empty instanceof Collection ? (Collection<Object>) empty : null;
    boolean hasNoOrder = isSet || shape.isBag();
    if (made == null) {
      run.unborn(source, key);
      int before = run.late.hits();
      List<@Nullable Object> contents = elements(shape, source, element, path);
      if (isSet) {
        run.late.requireComplete(before, contents, path);
      }
      Object copy = copied(contents, to, path);
      run.became(source, key, copy);
      requireSize(((Collection<?>) copy).size(), shape.size(source), path);
      requireOrder(source, hasNoOrder, copy, (Collection<?>) copy, contents, path);
      return copy;
    }
    run.became(source, key, made);
    run.late.opened(made);
    int hits = run.late.hits();
    List<@Nullable Object> elements = elements(shape, source, element, path);
    if (isSet) {
      run.late.fill(made, hits, elements, () -> add(source, true, made, elements, path));
    } else {
      add(source, hasNoOrder, made, elements, path);
    }
    run.late.closed(made);
    return made;
  }

  private static @Nullable Object empty(Class<?> implementation, TargetType first, Path path)
      throws ConversionException {
    try {
      return Containers.empty(implementation, first);
    } catch (Throwable thrown) {
      throw ConversionException.building(path, implementation.getName(), thrown);
    }
  }

  private List<@Nullable Object> elements(Shape shape, Object source, TargetType element, Path path)
      throws ConversionException {
    List<@Nullable Object> converted = new ArrayList<>(shape.size(source));
    Elements elements = shape.elements(source);
    for (int i = 0; elements.next(); i++) {
      converted.add(run.convert(elements.value(), element, path.index(i)));
    }
    return converted;
  }

  @SuppressWarnings("NullAway") // The collection decides whether it takes null.
  private static void add(
      Object source,
      boolean hasNoOrder,
      Collection<Object> made,
      List<@Nullable Object> elements,
      Path path)
      throws ConversionException {
    try {
      for (Object element : elements) {
        made.add(element);
      }
    } catch (Throwable thrown) {
      throw ConversionException.building(path, made.getClass().getName(), thrown);
    }
    requireSize(made.size(), elements.size(), path);
    requireOrder(source, hasNoOrder, made, made, elements, path);
  }

  private static void requireSize(int found, int wanted, Path path) throws ConversionException {
    if (found != wanted) {
      throw ConversionException.at(
          path, "has elements or keys that are equal in the candidate's classes");
    }
  }

  /**
   * Refuses a container that orders its elements in another way than the source. Asks no comparator
   * for its order, since it may be the application's.
   *
   * @param inside the elements or keys of the new container
   * @param wanted the same in the order of the source
   */
  private static void requireOrder(
      Object source,
      boolean hasNoOrder,
      Object made,
      Collection<?> inside,
      Collection<?> wanted,
      Path path)
      throws ConversionException {
    if (!ordersItself(made) || (hasNoOrder && !ordersItself(source))) {
      return;
    }
    Iterator<?> other = wanted.iterator();
    for (Object each : inside) {
      if (!other.hasNext() || each != other.next()) {
        throw ConversionException.at(path, "has another order in the candidate's classes");
      }
    }
  }

  /** Whether a container sorts what it contains. */
  private static boolean ordersItself(Object container) {
    return container instanceof SortedSet
        || container instanceof SortedMap
        || container instanceof PriorityQueue
        || container instanceof PriorityBlockingQueue;
  }

  private static Object copied(List<@Nullable Object> elements, TargetType to, Path path)
      throws ConversionException {
    Method copyOf = Containers.copyOf(to.raw(), Collection.class);
    return copied(copyOf, elements, to, path);
  }

  private static Object copied(@Nullable Method copyOf, Object contents, TargetType to, Path path)
      throws ConversionException {
    if (copyOf == null) {
      throw ConversionException.at(
          path, "cannot become a " + to + ", which has no constructor without parameters");
    }
    try {
      return Members.handle(copyOf).invoke(contents);
    } catch (Throwable thrown) {
      throw ConversionException.building(path, to.raw().getName(), thrown);
    }
  }

  private Object map(Shape shape, Object source, TargetType to, Path path)
      throws ConversionException {
    TargetType first = to.argument(Map.class, 0);
    Class<?> implementation = Containers.implementation(to.raw(), false);
    Object key = Arrays.asList(implementation, first, to.argument(Map.class, 1));
    Object known = run.known(source, key, path);
    if (known != null) {
      return known;
    }
    @SuppressWarnings("unchecked") // It is new and empty, and its entries fit by their types.
    Map<Object, Object> made = (Map<Object, Object>) empty(implementation, first, path);
    int size = shape.size(source);
    if (made == null) {
      run.unborn(source, key);
      int before = run.late.hits();
      List<@Nullable Object> pairs = entries(shape, source, to, path);
      run.late.requireComplete(before, keys(pairs), path);
      Map<Object, Object> contents = new LinkedHashMap<>();
      put(source, contents, pairs, size, path);
      Object copy = copied(Containers.copyOf(to.raw(), Map.class), contents, to, path);
      run.became(source, key, copy);
      requireOrder(source, true, copy, ((Map<?, ?>) copy).keySet(), contents.keySet(), path);
      return copy;
    }
    run.became(source, key, made);
    run.late.opened(made);
    int hits = run.late.hits();
    List<@Nullable Object> entries = entries(shape, source, to, path);
    run.late.fill(made, hits, keys(entries), () -> put(source, made, entries, size, path));
    run.late.closed(made);
    return made;
  }

  private static List<@Nullable Object> keys(List<@Nullable Object> entries) {
    List<@Nullable Object> keys = new ArrayList<>();
    for (int i = 0; i < entries.size(); i += 2) {
      keys.add(entries.get(i));
    }
    return keys;
  }

  /** The converted entries: key, value, key, value and so on. */
  private List<@Nullable Object> entries(Shape shape, Object source, TargetType to, Path path)
      throws ConversionException {
    TargetType key = to.argument(Map.class, 0);
    TargetType value = to.argument(Map.class, 1);
    List<@Nullable Object> entries = new ArrayList<>();
    Elements elements = shape.elements(source);
    while (elements.next()) {
      Object live = elements.key();
      Path at = path.key(String.valueOf(live instanceof String ? live : "*"));
      entries.add(run.convert(live, key, at));
      entries.add(run.convert(elements.value(), value, at));
    }
    return entries;
  }

  @SuppressWarnings("NullAway") // The map decides whether it takes null.
  private static void put(
      Object source, Map<Object, Object> made, List<@Nullable Object> entries, int size, Path path)
      throws ConversionException {
    try {
      for (int i = 0; i < entries.size(); i += 2) {
        made.put(entries.get(i), entries.get(i + 1));
      }
    } catch (Throwable thrown) {
      throw ConversionException.building(path, made.getClass().getName(), thrown);
    }
    requireSize(made.size(), size, path);
    requireOrder(source, true, made, made.keySet(), keys(entries), path);
  }
}
