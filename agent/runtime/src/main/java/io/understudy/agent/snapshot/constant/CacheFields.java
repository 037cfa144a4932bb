package io.understudy.agent.snapshot.constant;

import java.io.Externalizable;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Locale;

/**
 * Recognises fields that are not final, but that nobody sets after the construction to another
 * content: hash codes, transient fields of classes that do not write such fields by methods of
 * their own, and names in type-safe enums. Stateless.
 */
final class CacheFields {
  private CacheFields() {}

  /** Whether an instance field that is not final holds no content of its own. */
  static boolean is(Field field) {
    if (field.getType() == int.class
        && field.getName().toLowerCase(Locale.ROOT).contains("hash")
        && Modifier.isPrivate(field.getModifiers())) {
      return true;
    }
    return isNeverSet(field)
        || (Modifier.isTransient(field.getModifiers())
            && !Modifier.isPublic(field.getModifiers())
            && !isWritten(field.getDeclaringClass()));
  }

  /**
   * Whether the field belongs to a type-safe enum that forgot {@code final}: it is private, and no
   * method of the class takes a value for it.
   */
  private static boolean isNeverSet(Field field) {
    Class<?> type = field.getDeclaringClass();
    return Modifier.isPrivate(field.getModifiers())
        && (declares(type, "readResolve")
            || (InstanceControl.of(type) && !field.getType().isPrimitive()))
        && hasReadersOnly(type);
  }

  private static boolean hasReadersOnly(Class<?> type) {
    try {
      for (Method method : type.getDeclaredMethods()) {
        boolean reads =
            method.getReturnType() != void.class
                && (method.getParameterCount() == 0
                    || method.getName().equals("equals")
                    || method.getName().equals("compareTo"));
        if (!reads && !Modifier.isStatic(method.getModifiers())) {
          return false;
        }
      }
      return true;
    } catch (LinkageError missing) {
      return false;
    }
  }

  private static boolean isWritten(Class<?> type) {
    return Externalizable.class.isAssignableFrom(type)
        || declares(type, "writeObject", ObjectOutputStream.class)
        || declares(type, "readObject", ObjectInputStream.class);
  }

  private static boolean declares(Class<?> type, String name, Class<?>... parameters) {
    try {
      return type.getDeclaredMethod(name, parameters).getName().equals(name);
    } catch (NoSuchMethodException none) {
      return false;
    } catch (LinkageError missing) {
      return true; // Another method has a type that cannot be loaded.
    }
  }
}
