package io.understudy.value.contents;

import java.lang.invoke.MethodType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the classes of the elements that a container class declares. */
final class ElementTypes {
  private ElementTypes() {}

  /**
   * The classes with which the container names {@code Iterable}, {@code Collection} or {@code Map};
   * null if it is generic itself, or does not say.
   */
  static @Nullable Set<Class<?>> of(Class<?> type) {
    Deque<Type> open = new ArrayDeque<>();
    open.add(type);
    Set<Type> seen = new HashSet<>();
    try {
      while (!open.isEmpty()) {
        Type at = open.remove();
        if (at instanceof ParameterizedType && isContainer(((ParameterizedType) at).getRawType())) {
          return classes((ParameterizedType) at);
        }
        Class<?> plain = raw(at);
        if (plain != null && seen.add(at)) {
          Collections.addAll(open, plain.getGenericInterfaces());
          if (plain.getGenericSuperclass() != null) {
            open.add(plain.getGenericSuperclass());
          }
        }
      }
    } catch (RuntimeException | LinkageError missing) {
      return null;
    }
    return null;
  }

  /** Whether the elements of an iterable are the entries of a map. */
  static boolean areEntries(Class<?> type) {
    Set<Class<?>> found = of(type);
    return found != null
        && found.size() == 1
        && Map.Entry.class.isAssignableFrom(found.iterator().next());
  }

  /** Whether {@code box} is the class of boxed values of this primitive type. */
  static boolean isBoxOf(Class<?> box, Class<?> primitive) {
    return MethodType.methodType(primitive).wrap().returnType() == box;
  }

  private static boolean isContainer(Type type) {
    return type instanceof Class
        && (Iterable.class.isAssignableFrom((Class<?>) type)
            || Collection.class.isAssignableFrom((Class<?>) type)
            || Map.class.isAssignableFrom((Class<?>) type));
  }

  private static @Nullable Class<?> raw(Type type) {
    if (type instanceof ParameterizedType) {
      return raw(((ParameterizedType) type).getRawType());
    }
    return type instanceof Class ? (Class<?>) type : null;
  }

  private static @Nullable Set<Class<?>> classes(ParameterizedType container) {
    Set<Class<?>> found = new HashSet<>();
    for (Type argument : container.getActualTypeArguments()) {
      Class<?> plain = raw(argument);
      if (plain == null) {
        return null;
      }
      found.add(plain);
    }
    return found;
  }
}
