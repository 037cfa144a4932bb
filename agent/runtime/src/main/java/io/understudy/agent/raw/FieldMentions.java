package io.understudy.agent.raw;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads from the JVM which fields the code of a class mentions, by the constant pool of the class.
 * Finds classes that are loaded already. Loads nothing and runs no code of the application.
 * Thread-safe.
 */
public final class FieldMentions {
  private static final @Nullable Method POOL = method(Class.class, "getConstantPool");
  private static final @Nullable Method LOADED =
      method(ClassLoader.class, "findLoadedClass", String.class);
  private static final @Nullable Class<?> TYPE = POOL == null ? null : POOL.getReturnType();
  private static final @Nullable Method SIZE = method(TYPE, "getSize");
  private static final @Nullable Method MEMBER = method(TYPE, "getMemberRefInfoAt", int.class);

  /** Null before Java 9. */
  private static final @Nullable Method TAG = method(TYPE, "getTagAt", int.class);

  private FieldMentions() {}

  private static @Nullable Method method(
      @Nullable Class<?> type, String name, Class<?>... parameters) {
    try {
      if (type == null) {
        return null;
      }
      Method method = type.getDeclaredMethod(name, parameters);
      method.setAccessible(true);
      return method;
    } catch (ReflectiveOperationException | RuntimeException absent) {
      return null;
    }
  }

  /** Whether the JVM tells the kind of an entry. Without that, reading a class takes long. */
  public static boolean isFast() {
    return TAG != null;
  }

  /** Returns the fields that hold references, each pair of owner and type once. Unmodifiable. */
  public static List<FieldMention> of(Class<?> type) {
    Map<String, FieldMention> mentions = new LinkedHashMap<>();
    try {
      Object pool = POOL == null || SIZE == null ? null : POOL.invoke(type);
      int size = pool == null || SIZE == null ? 0 : (int) SIZE.invoke(pool);
      for (int i = 1; i < size; i++) {
        String[] member = field(pool, i);
        if (member != null && (member[2].startsWith("L") || member[2].startsWith("["))) {
          mentions.put(
              member[0] + " " + member[2],
              new FieldMention(member[0].replace('/', '.'), member[2]));
        }
      }
    } catch (ReflectiveOperationException | RuntimeException | LinkageError unreadable) {
      mentions.clear();
    }
    return Collections.unmodifiableList(new ArrayList<>(mentions.values()));
  }

  /**
   * The owner, name and descriptor of a field at an index of the pool; null if the index has no
   * field.
   */
  private static String @Nullable [] field(@Nullable Object pool, int index)
      throws ReflectiveOperationException {
    if (MEMBER == null) {
      return null;
    }
    if (TAG != null && !String.valueOf(TAG.invoke(pool, index)).equals("FIELDREF")) {
      return null;
    }
    try {
      return (String[]) MEMBER.invoke(pool, index);
    } catch (InvocationTargetException otherKind) {
      return null;
    }
  }

  /**
   * Returns a class that a loader has loaded, or has got from another loader.
   *
   * @param name a binary name
   * @return null if there is none, or the JVM does not tell
   */
  public static @Nullable Class<?> loaded(@Nullable ClassLoader loader, String name) {
    try {
      return loader == null || LOADED == null ? null : (Class<?>) LOADED.invoke(loader, name);
    } catch (ReflectiveOperationException | RuntimeException | LinkageError unknown) {
      return null;
    }
  }
}
