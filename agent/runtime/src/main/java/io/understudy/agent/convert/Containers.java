package io.understudy.agent.convert;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Makes empty collections and maps of a declared type. Stateless. */
final class Containers {
  private static final Class<?>[] LISTS = {ArrayList.class, LinkedList.class};
  private static final Class<?>[] SETS = {LinkedHashSet.class, TreeSet.class};
  private static final Class<?>[] MAPS = {
    LinkedHashMap.class, TreeMap.class, ConcurrentHashMap.class
  };

  private Containers() {}

  /**
   * Returns the class of the collection or map that is made where a type is declared.
   *
   * @param isSet whether it must be a set where the type allows both
   */
  static Class<?> implementation(Class<?> raw, boolean isSet) {
    Class<?>[] preferred = Map.class.isAssignableFrom(raw) ? MAPS : isSet ? SETS : LISTS;
    for (Class<?> each : preferred) {
      if (raw.isAssignableFrom(each)) {
        return each;
      }
    }
    return raw;
  }

  /**
   * Returns an empty collection or map.
   *
   * @param implementation its class
   * @param first the type of its elements or keys
   * @return null if it cannot be filled: its class is abstract, or has no constructor without
   *     parameters
   * @throws Throwable what the constructor throws
   */
  @SuppressWarnings({"unchecked", "rawtypes"}) // The class of the constants is checked.
  static @Nullable Object empty(Class<?> implementation, TargetType first) throws Throwable {
    boolean isOfConstants = first.raw().isEnum();
    if (implementation == EnumSet.class) {
      return isOfConstants ? EnumSet.noneOf((Class) first.raw()) : null;
    }
    if (implementation == EnumMap.class) {
      return isOfConstants ? new EnumMap((Class) first.raw()) : null;
    }
    return own(implementation);
  }

  private static @Nullable Object own(Class<?> raw) throws Throwable {
    if (Modifier.isAbstract(raw.getModifiers())) {
      return null;
    }
    Constructor<?> constructor;
    try {
      constructor = raw.getDeclaredConstructor();
    } catch (NoSuchMethodException missing) {
      return null;
    }
    return Members.handle(constructor).invoke();
  }

  /**
   * Returns the static method {@code copyOf} of a collection class that never changes, such as
   * those of Guava; null if there is none.
   */
  static @Nullable Method copyOf(Class<?> raw, Class<?> parameter) {
    try {
      Method method = raw.getMethod("copyOf", parameter);
      boolean fits =
          Modifier.isStatic(method.getModifiers()) && raw.isAssignableFrom(method.getReturnType());
      return fits ? method : null;
    } catch (NoSuchMethodException none) {
      return null;
    }
  }
}
