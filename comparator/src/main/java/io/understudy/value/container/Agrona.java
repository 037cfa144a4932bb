package io.understudy.value.container;

import io.understudy.value.Uncapturable;
import io.understudy.value.shape.Accessors;
import io.understudy.value.shape.Shape;
import io.understudy.value.shape.ShapeFactory;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The shapes of Agrona's buffers, and of its maps that are no maps of {@code java.util}. */
final class Agrona {
  /** A longer buffer is memory of a process rather than a value. */
  private static final int MAX_BYTES = 1 << 26;

  private Agrona() {}

  /** The bytes of a buffer, up to its capacity. */
  static Shape buffer(Class<?> type, Class<?> api, Set<String> names)
      throws ReflectiveOperationException {
    Function<Object, @Nullable Object> capacity = Accessors.method(api, "capacity");
    java.lang.invoke.MethodHandle getBytes =
        java.lang.invoke.MethodHandles.publicLookup()
            .unreflect(api.getMethod("getBytes", int.class, byte[].class));
    return ShapeFactory.standIn(
        type.getName(),
        buffer -> {
          int length = (Integer) Accessors.present(capacity.apply(buffer));
          if (length > MAX_BYTES) {
            throw new Accessors.UnreadableException(
                new Uncapturable(type.getName() + " has more than " + MAX_BYTES + " bytes"));
          }
          byte[] bytes = new byte[length];
          Object unused =
              Accessors.through(
                      java.lang.invoke.MethodHandles.insertArguments(getBytes, 1, 0, bytes))
                  .apply(buffer);
          return bytes;
        });
  }

  /** A map of numbers: an array of keys and values, where one value means that there is none. */
  static Shape pairs(Class<?> type, Class<?> api, Set<String> names)
      throws ReflectiveOperationException, Uncapturable {
    Function<Object, @Nullable Object> entries = Accessors.of(api, "entries");
    Function<Object, @Nullable Object> missing = Accessors.of(api, "initialValue");
    return ShapeFactory.map(
        type.getName(),
        map -> {
          Object array = Accessors.present(entries.apply(map));
          Object none = Accessors.present(missing.apply(map));
          Collection<Map.Entry<?, ?>> found = new ArrayList<>();
          for (int i = 0; i < Array.getLength(array); i += 2) {
            add(found, Array.get(array, i), Array.get(array, i + 1), none);
          }
          return found;
        });
  }

  /** A map from objects to numbers: an array of each. */
  static Shape counters(Class<?> type, Class<?> api, Set<String> names)
      throws ReflectiveOperationException, Uncapturable {
    Function<Object, @Nullable Object> keys = Accessors.of(api, "keys");
    Function<Object, @Nullable Object> values = Accessors.of(api, "values");
    Function<Object, @Nullable Object> missing = Accessors.of(api, "initialValue");
    return ShapeFactory.map(
        type.getName(),
        map -> {
          Object key = Accessors.present(keys.apply(map));
          Object value = Accessors.present(values.apply(map));
          Object none = Accessors.present(missing.apply(map));
          Collection<Map.Entry<?, ?>> found = new ArrayList<>();
          for (int i = 0; i < Array.getLength(key); i++) {
            add(found, Array.get(key, i), Array.get(value, i), none);
          }
          return found;
        });
  }

  private static void add(
      Collection<Map.Entry<?, ?>> entries, @Nullable Object key, Object value, Object none) {
    if (!value.equals(none)) {
      entries.add(Contents.entry(key, value));
    }
  }

  /** A map from two ints to an object; a key is a list of the two. */
  static Shape compound(Class<?> type, Class<?> api, Set<String> names)
      throws ReflectiveOperationException, Uncapturable {
    BiFunction<Object, Object, @Nullable Object> each =
        Accessors.method(api, "forEach", consumer(api));
    Class<?> consumer = consumer(api);
    return ShapeFactory.map(
        type.getName(),
        map -> {
          Collection<Map.Entry<?, ?>> found = new ArrayList<>();
          Object collect =
              java.lang.reflect.Proxy.newProxyInstance(
                  consumer.getClassLoader(),
                  new Class<?>[] {consumer},
                  (self, method, arguments) -> {
                    if (arguments != null && arguments.length == 3) {
                      found.add(
                          Contents.entry(Arrays.asList(arguments[0], arguments[1]), arguments[2]));
                    }
                    return null;
                  });
          Object unused = each.apply(map, collect);
          return found;
        });
  }

  private static Class<?> consumer(Class<?> api) throws ClassNotFoundException {
    return Class.forName(api.getName() + "$EntryConsumer", false, api.getClassLoader());
  }
}
