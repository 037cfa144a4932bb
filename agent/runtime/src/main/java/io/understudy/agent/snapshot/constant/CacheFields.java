package io.understudy.agent.snapshot.constant;

import java.io.Externalizable;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Locale;

/**
 * Recognises fields that hold what an object computes from its other fields and keeps: hash codes,
 * and transient fields of classes that do not write such fields by methods of their own. Stateless.
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
    return Modifier.isTransient(field.getModifiers())
        && !Modifier.isPublic(field.getModifiers())
        && !isWritten(field.getDeclaringClass());
  }

  private static boolean isWritten(Class<?> type) {
    return Externalizable.class.isAssignableFrom(type)
        || declares(type, "writeObject", ObjectOutputStream.class)
        || declares(type, "readObject", ObjectInputStream.class);
  }

  private static boolean declares(Class<?> type, String name, Class<?> parameter) {
    try {
      return type.getDeclaredMethod(name, parameter).getName().equals(name);
    } catch (NoSuchMethodException none) {
      return false;
    } catch (LinkageError missing) {
      return true; // Another method has a type that cannot be loaded.
    }
  }
}
