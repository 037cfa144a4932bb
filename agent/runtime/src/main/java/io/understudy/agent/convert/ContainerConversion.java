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
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
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
    if (made == null) {
      run.unborn(source, key);
      Object copy = copied(elements(shape, source, element, path), to, path);
      run.became(source, key, copy);
      requireSize(((Collection<?>) copy).size(), shape.size(source), path);
      return copy;
    }
    run.became(source, key, made);
    run.late.opened(made);
    int hits = run.late.hits();
    List<@Nullable Object> elements = elements(shape, source, element, path);
    if (isSet) {
      run.late.fill(made, hits, elements, () -> add(source, made, elements, path));
    } else {
      add(source, made, elements, path);
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
      Object source, Collection<Object> made, List<@Nullable Object> elements, Path path)
      throws ConversionException {
    try {
      for (Object element : elements) {
        made.add(element);
      }
    } catch (Throwable thrown) {
      throw ConversionException.building(path, made.getClass().getName(), thrown);
    }
    requireSize(made.size(), elements.size(), path);
    Comparator<?> order = source instanceof SortedSet ? ((SortedSet<?>) source).comparator() : null;
    if (order != null && made instanceof SortedSet) {
      requireOrder(made.iterator(), elements.iterator(), path);
    }
  }

  private static void requireSize(int found, int wanted, Path path) throws ConversionException {
    if (found != wanted) {
      throw ConversionException.at(
          path, "has elements or keys that are equal in the candidate's classes");
    }
  }

  private static void requireOrder(Iterator<?> found, Iterator<?> wanted, Path path)
      throws ConversionException {
    while (found.hasNext() && wanted.hasNext()) {
      if (found.next() != wanted.next()) {
        throw ConversionException.at(
            path, "is sorted by a comparator, and its order is another in the candidate's classes");
      }
    }
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
      Map<Object, Object> contents = new LinkedHashMap<>();
      put(source, contents, entries(shape, source, to, path), size, path);
      Object copy = copied(Containers.copyOf(to.raw(), Map.class), contents, to, path);
      run.became(source, key, copy);
      return copy;
    }
    run.became(source, key, made);
    run.late.opened(made);
    int hits = run.late.hits();
    List<@Nullable Object> entries = entries(shape, source, to, path);
    List<@Nullable Object> keys = new ArrayList<>();
    for (int i = 0; i < entries.size(); i += 2) {
      keys.add(entries.get(i));
    }
    run.late.fill(made, hits, keys, () -> put(source, made, entries, size, path));
    run.late.closed(made);
    return made;
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
    List<@Nullable Object> keys = new ArrayList<>();
    try {
      for (int i = 0; i < entries.size(); i += 2) {
        made.put(entries.get(i), entries.get(i + 1));
        keys.add(entries.get(i));
      }
    } catch (Throwable thrown) {
      throw ConversionException.building(path, made.getClass().getName(), thrown);
    }
    requireSize(made.size(), size, path);
    Comparator<?> order =
        source instanceof SortedMap ? ((SortedMap<?, ?>) source).comparator() : null;
    if (order != null && made instanceof SortedMap) {
      requireOrder(made.keySet().iterator(), keys.iterator(), path);
    }
  }
}
