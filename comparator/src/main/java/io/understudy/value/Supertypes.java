package io.understudy.value;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds a class among the supertypes of another by its name. */
final class Supertypes {
  private Supertypes() {}

  /** The class itself, a superclass or an interface of that name; null where it has none. */
  static @Nullable Class<?> named(Class<?> type, String name) {
    View.Said found = closest(type, Collections.singletonMap(name, View.fields()));
    return found == null ? null : found.named;
  }

  /** The closest of the classes that are named: first up the superclasses, then the interfaces. */
  static View.@Nullable Said closest(Class<?> type, Map<String, View> said) {
    for (Class<?> at = type; at != null; at = at.getSuperclass()) {
      View view = said.get(at.getName());
      if (view != null) {
        return new View.Said(view, at);
      }
    }
    Deque<Class<?>> open = new ArrayDeque<>();
    for (Class<?> at = type; at != null; at = at.getSuperclass()) {
      Collections.addAll(open, at.getInterfaces());
    }
    while (!open.isEmpty()) {
      Class<?> at = open.remove();
      View view = said.get(at.getName());
      if (view != null) {
        return new View.Said(view, at);
      }
      Collections.addAll(open, at.getInterfaces());
    }
    return null;
  }
}
