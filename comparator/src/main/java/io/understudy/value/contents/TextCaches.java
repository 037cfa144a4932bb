package io.understudy.value.contents;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Recognises fields that keep the text that {@code toString} computed from the other fields: a
 * private String that can change and is named after it, of a class that computes its own text and
 * offers the field by no other method.
 */
final class TextCaches {
  /** Without underscores, in lower case. */
  private static final Set<String> NAMES =
      new HashSet<>(
          Arrays.asList(
              "tostring",
              "tostringvalue",
              "tostringcache",
              "tostringresult",
              "toproperstring",
              "cachedtostring",
              "cachedtostringvalue",
              "memoizedtostring",
              "lazytostring"));

  /** Fields of libraries that keep another computed value. */
  private static final Set<String> OF_LIBRARIES =
      new HashSet<>(
          Arrays.asList(
              "com.vividsolutions.jts.geom.Geometry.envelope",
              "org.locationtech.jts.geom.Geometry.envelope"));

  private TextCaches() {}

  /** Whether a field is such a cache, transient or not. */
  static boolean isCache(Field field) {
    int modifiers = field.getModifiers();
    String name = plain(field.getName());
    if (OF_LIBRARIES.contains(field.getDeclaringClass().getName() + "." + field.getName())) {
      return true;
    }
    return field.getType() == String.class
        && Modifier.isPrivate(modifiers)
        && !Modifier.isFinal(modifiers)
        && NAMES.contains(name)
        && isComputed(field.getDeclaringClass(), name);
  }

  private static boolean isComputed(Class<?> owner, String name) {
    boolean computes = false;
    try {
      for (Method method : owner.getDeclaredMethods()) {
        String called = method.getName().toLowerCase(Locale.ROOT);
        computes |= called.equals("tostring") && method.getParameterCount() == 0;
        if (called.equals("get" + name) || called.equals("set" + name)) {
          return false;
        }
      }
    } catch (LinkageError missing) {
      return false;
    }
    return computes;
  }

  private static String plain(String name) {
    return name.replace("_", "").toLowerCase(Locale.ROOT);
  }
}
