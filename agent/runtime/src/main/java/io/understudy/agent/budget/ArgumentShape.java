package io.understudy.agent.budget;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The shape of arguments as a number: their classes, the sizes of texts, arrays and collections by
 * powers of two, the constants of enums, the magnitudes of numbers. Equal shapes have equal
 * numbers; different shapes may share one.
 *
 * <p>Runs on the application's threads and calls none of its methods: only exact classes of the JDK
 * are asked for a size, and none that locks. Stateless.
 */
final class ArgumentShape {
  private ArgumentShape() {}

  /** Returns the shape of live arguments, at least 0. */
  static int of(@Nullable Object[] arguments) {
    int shape = arguments.length;
    for (Object argument : arguments) {
      shape = shape * 31 + of(argument);
    }
    // Spreads the low bits, which a table uses.
    shape *= 0x9E3779B9;
    return (shape ^ (shape >>> 16)) & Integer.MAX_VALUE;
  }

  private static int of(@Nullable Object argument) {
    if (argument == null) {
      return 1;
    }
    Class<?> type = argument.getClass();
    return System.identityHashCode(type) + 7 * detail(argument, type);
  }

  private static int detail(Object argument, Class<?> type) {
    if (type == String.class) {
      return magnitude(((String) argument).length());
    }
    if (argument instanceof Enum) {
      return ((Enum<?>) argument).ordinal();
    }
    if (type == Boolean.class) {
      return ((Boolean) argument) ? 1 : 0;
    }
    if (type == Integer.class || type == Long.class) {
      long number = ((Number) argument).longValue();
      return number < 0 ? -magnitude(-number) : magnitude(number);
    }
    if (type.isArray()) {
      return magnitude(length(argument));
    }
    if (type == ArrayList.class || type == HashSet.class || type == LinkedHashSet.class) {
      return magnitude(((Collection<?>) argument).size());
    }
    if (type == HashMap.class || type == LinkedHashMap.class || type == TreeMap.class) {
      return magnitude(((Map<?, ?>) argument).size());
    }
    return 0;
  }

  private static int length(Object array) {
    if (array instanceof Object[]) {
      return ((Object[]) array).length;
    }
    if (array instanceof byte[]) {
      return ((byte[]) array).length;
    }
    return java.lang.reflect.Array.getLength(array);
  }

  /** Returns the number of binary digits. */
  private static int magnitude(long size) {
    return Long.SIZE - Long.numberOfLeadingZeros(size);
  }
}
