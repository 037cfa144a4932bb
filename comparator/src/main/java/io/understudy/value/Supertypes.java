package io.understudy.value;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds a class among the supertypes of another by its name. */
public final class Supertypes {
  private Supertypes() {}

  /** The class itself, a superclass or an interface of that name; null where it has none. */
  public static @Nullable Class<?> named(Class<?> type, String name) {
    return closest(type, Collections.singleton(name));
  }

  /**
   * The closest of the classes that are named: the class and its superclasses upwards, then the
   * interfaces, level by level; null where it has none of them.
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
