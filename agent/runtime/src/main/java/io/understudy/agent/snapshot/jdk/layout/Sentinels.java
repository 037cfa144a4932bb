package io.understudy.agent.snapshot.jdk.layout;

import io.understudy.value.JdkFields;
import java.lang.reflect.Field;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/**
 * The constants that the JDK's collections store in place of a value or of null, and compare by
 * identity. Copies refer to the same constants. Stateless.
 */
public final class Sentinels {
  private static final @Nullable Object[] ALL = {
    constant(HashSet.class, "PRESENT"),
    constant(TreeSet.class, "PRESENT"),
    constant(IdentityHashMap.class, "NULL_KEY"),
    constant(WeakHashMap.class, "NULL_KEY"),
    constant(EnumMap.class, "NULL"),
    constant(TreeMap.class, "UNBOUNDED"),
    constant(ConcurrentSkipListMap.class, "BASE_HEADER"),
    constant(immutableCollections(), "EMPTY"),
  };

  private Sentinels() {}

  /** Whether an object is such a constant. */
  public static boolean is(Object value) {
    for (Object sentinel : ALL) {
      if (sentinel == value) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable Object constant(@Nullable Class<?> owner, String name) {
    try {
      Field field = owner == null ? null : JdkFields.of(owner, name);
      return field == null ? null : field.get(null);
    } catch (IllegalAccessException | LinkageError absent) {
      return null;
    }
  }

  private static @Nullable Class<?> immutableCollections() {
    try {
      return Class.forName("java.util.ImmutableCollections");
    } catch (ClassNotFoundException java8) {
      return null;
    }
  }
}
