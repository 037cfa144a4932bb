package io.understudy.value.contents;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Recognises fields that keep a number computed from the other fields, such as a hash code. */
final class HashCaches {
  /** Without underscores and dollar signs, in lower case. */
  private static final Set<String> NAMES =
      new HashSet<>(
          Arrays.asList(
              "hash",
              "hashcode",
              "hashcodecache",
              "hashcache",
              "hashvalue",
              "hashiszero",
              "hashisset",
              "hashcomputed",
              "hashcodecomputed",
              "hashcodeset",
              "hashcodecalculated",
              "cachedhash",
              "cachedhashcode",
              "memoizedhash",
              "memoizedhashcode",
              "memoizedsize",
              "memoizedserializedsize",
              "memoizedisinitialized",
              "computedhashcode",
              "computedhash",
              "lazyhashcode",
              "modcount"));

  private static final Set<String> TYPES =
      new HashSet<>(
          Arrays.asList(
              "int",
              "long",
              "byte",
              "short",
              "boolean",
              "java.lang.Integer",
              "java.lang.Long",
              "java.lang.Boolean"));

  private HashCaches() {}

  /** Whether a transient field of this name and type is such a cache. */
  static boolean isTransient(String name, String type) {
    String plain = plain(name);
    return TYPES.contains(type)
        && (NAMES.contains(plain)
            || plain.endsWith("cache")
            || (plain.startsWith("cached") && !plain.equals("cached")));
  }

  /**
   * Whether a field that is not transient is such a cache, as in {@code String}: a private int or
   * flag that can change, of a class that computes its own hash code and offers the field by no
   * method.
   */
  static boolean isPrivate(Field field) {
    int modifiers = field.getModifiers();
    String name = plain(field.getName());
    return (field.getType() == int.class || field.getType() == boolean.class)
        && Modifier.isPrivate(modifiers)
        && !Modifier.isFinal(modifiers)
        && name.contains("hash")
        && NAMES.contains(name)
        && isHidden(field.getDeclaringClass(), name);
  }

  private static boolean isHidden(Class<?> owner, String name) {
    boolean computes = false;
    try {
      for (Method method : owner.getDeclaredMethods()) {
        String called = method.getName().toLowerCase(Locale.ROOT);
        boolean computing = called.equals("hashcode") && method.getParameterCount() == 0;
        computes |= computing;
        if (!computing
            && (called.equals(name)
                || called.equals("get" + name)
                || called.equals("set" + name))) {
          return false;
        }
      }
    } catch (LinkageError missing) {
      return false;
    }
    return computes;
  }

  private static String plain(String name) {
    return name.replace("_", "").replace("$", "").toLowerCase(Locale.ROOT);
  }
}
