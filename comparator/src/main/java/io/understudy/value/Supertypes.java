package io.understudy.value;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds a supertype of a class by name. */
public final class Supertypes {
  private Supertypes() {}

  /** The class itself, a superclass or an interface of that name; null if there is none. */
  public static @Nullable Class<?> named(Class<?> type, String name) {
    return closest(type, Collections.singleton(name));
  }

  /**
   * The closest supertype whose name is in the set: first the class and its superclasses upwards,
   * then the interfaces level by level; null if there is none.
   */
  public static @Nullable Class<?> closest(Class<?> type, Set<String> names) {
    for (Class<?> at = type; at != null; at = at.getSuperclass()) {
      if (names.contains(at.getName())) {
        return at;
      }
    }
    Deque<Class<?>> open = new ArrayDeque<>();
    for (Class<?> at = type; at != null; at = at.getSuperclass()) {
      Collections.addAll(open, at.getInterfaces());
    }
    while (!open.isEmpty()) {
      Class<?> at = open.remove();
      if (names.contains(at.getName())) {
        return at;
      }
      Collections.addAll(open, at.getInterfaces());
    }
    return null;
  }
}
