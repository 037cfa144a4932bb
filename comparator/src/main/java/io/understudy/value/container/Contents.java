package io.understudy.value.container;

import io.understudy.value.shape.Accessors;
import java.lang.reflect.Array;
import java.util.AbstractCollection;
import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Functions that return the elements or entries of a library's container. The collections that they
 * return read the container while they are iterated, so that a long one is not copied first.
 */
final class Contents {
  private Contents() {}

  /** Reads one element, or null where there is none left. */
  private interface Cursor<T extends @Nullable Object> {
    boolean hasNext();

    T next();
  }

  /**
   * The elements that an iterator of the library returns.
   *
   * @param api the type that declares the methods
   * @param iterator the method that returns an iterator with {@code hasNext} and {@code next}
   */
  static Function<Object, Collection<@Nullable Object>> iterated(Class<?> api, String iterator)
      throws ReflectiveOperationException {
    return iterated(api, iterator, element -> element);
  }

  /** As {@link #iterated(Class, String)}; each element is converted at once. */
  static <T> Function<Object, Collection<T>> iterated(
      Class<?> api, String iterator, Function<@Nullable Object, T> convert)
      throws ReflectiveOperationException {
    Function<Object, @Nullable Object> open = Accessors.method(api, iterator);
    Class<?> type = api.getMethod(iterator).getReturnType();
    Function<Object, @Nullable Object> hasNext = Accessors.method(type, "hasNext");
    Function<Object, @Nullable Object> next = Accessors.method(type, "next");
    Function<Object, @Nullable Object> size = Accessors.method(api, "size");
    return live ->
        new Reading<>(
            (Integer) Accessors.present(size.apply(live)),
            () -> {
              Object at = Accessors.present(open.apply(live));
              return new Cursor<T>() {
                @Override
                public boolean hasNext() {
                  return Boolean.TRUE.equals(hasNext.apply(at));
                }

                @Override
                public T next() {
                  return convert.apply(next.apply(at));
                }
              };
            });
  }

  /** The entries of a map whose iterator moves by {@code advance} and has a key and a value. */
  static Function<Object, Collection<Map.Entry<?, ?>>> advanced(Class<?> api)
      throws ReflectiveOperationException {
    Function<Object, @Nullable Object> open = Accessors.method(api, "iterator");
    Class<?> type = api.getMethod("iterator").getReturnType();
    Function<Object, @Nullable Object> hasNext = Accessors.method(type, "hasNext");
    Function<Object, @Nullable Object> advance = Accessors.method(type, "advance");
    Function<Object, @Nullable Object> key = Accessors.method(type, "key");
    Function<Object, @Nullable Object> value = Accessors.method(type, "value");
    Function<Object, @Nullable Object> size = Accessors.method(api, "size");
    return live ->
        new Reading<>(
            (Integer) Accessors.present(size.apply(live)),
            () -> {
              Object at = Accessors.present(open.apply(live));
              return new Cursor<Map.Entry<?, ?>>() {
                @Override
                public boolean hasNext() {
                  return Boolean.TRUE.equals(hasNext.apply(at));
                }

                @Override
                public Map.Entry<?, ?> next() {
                  Object unused = advance.apply(at);
                  return entry(key.apply(at), value.apply(at));
                }
              };
            });
  }

  /** Elements of a {@code java.lang.Iterable}; each element is converted at once. */
  static <T> Function<Object, Collection<T>> each(
      Class<?> api, Function<@Nullable Object, T> convert) throws ReflectiveOperationException {
    Function<Object, @Nullable Object> size = Accessors.method(api, "size");
    return live ->
        new Reading<>(
            (Integer) Accessors.present(size.apply(live)),
            () -> {
              Iterator<?> each = ((Iterable<?>) live).iterator();
              return new Cursor<T>() {
                @Override
                public boolean hasNext() {
                  return each.hasNext();
                }

                @Override
                public T next() {
                  return convert.apply(each.next());
                }
              };
            });
  }

  /** The elements of an array that a method returns. */
  static Function<Object, Collection<@Nullable Object>> array(Class<?> api, String method)
      throws ReflectiveOperationException {
    Function<Object, @Nullable Object> toArray = Accessors.method(api, method);
    return live -> {
      Object array = Accessors.present(toArray.apply(live));
      return ofArray(array, 0, Array.getLength(array));
    };
  }

  /** Some elements of an array; after its last element follows its first. */
  @SuppressWarnings("NullAway") // It does not know that T may be nullable.
  static Collection<@Nullable Object> ofArray(Object array, int from, int count) {
    int length = Array.getLength(array);
    return new Reading<>(
        count,
        () ->
            new Cursor<@Nullable Object>() {
              private int at;

              @Override
              public boolean hasNext() {
                return at < count;
              }

              @Override
              public @Nullable Object next() {
                return Array.get(array, (from + at++) % length);
              }
            });
  }

  static Map.Entry<?, ?> entry(@Nullable Object key, @Nullable Object value) {
    return new SimpleImmutableEntry<@Nullable Object, @Nullable Object>(key, value);
  }

  /** A collection that reads another container each time it is iterated. */
  private static final class Reading<T extends @Nullable Object> extends AbstractCollection<T> {
    private final int size;
    private final java.util.function.Supplier<Cursor<T>> open;

    Reading(int size, java.util.function.Supplier<Cursor<T>> open) {
      this.size = size;
      this.open = open;
    }

    @Override
    public int size() {
      return size;
    }

    @Override
    public Iterator<T> iterator() {
      Cursor<T> cursor = open.get();
      return new Iterator<T>() {
        @Override
        public boolean hasNext() {
          return cursor.hasNext();
        }

        @Override
        public T next() {
          if (!cursor.hasNext()) {
            throw new NoSuchElementException();
          }
          return cursor.next();
        }
      };
    }
  }
}
