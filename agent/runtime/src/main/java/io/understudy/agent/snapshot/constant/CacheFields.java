package io.understudy.agent.snapshot.constant;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Recognises the only fields that may be not final in a shared constant: cached hash codes. Without
 * the code of a class it is unknown what else a field holds and who sets it, so any other field
 * that is not final can change. Stateless.
 */
final class CacheFields {
  private static final Set<String> NAMES =
      new HashSet<>(Arrays.asList("hash", "hashcode", "hashvalue", "cachedhash", "cachedhashcode"));

  private CacheFields() {}

  /**
   * Whether an instance field that is not final is a cached hash code: a private int with such a
   * name, in a class that computes its own hash code.
   */
  static boolean is(Field field) {
    return field.getType() == int.class
        && Modifier.isPrivate(field.getModifiers())
        && NAMES.contains(field.getName().replace("_", "").toLowerCase(Locale.ROOT))
        && declaresHashCode(field.getDeclaringClass());
  }

  private static boolean declaresHashCode(Class<?> type) {
    try {
      return type.getDeclaredMethod("hashCode").getParameterCount() == 0;
    } catch (NoSuchMethodException | LinkageError none) {
      return false;
    }
  }
}
