package io.understudy.value;

import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the instance fields of a class and opens them for reading and writing. Thread-safe. */
public final class InstanceFields {
  private InstanceFields() {}

  /**
   * All instance fields of an object of the class, in order of declaration, superclasses first.
   * Includes private, final, transient and synthetic fields. Unmodifiable.
   *
   * @param type a class of the application, not of the JDK
   * @throws Uncapturable when the class inherits state of a JDK class, or its module does not open
   *     its package
   */
  public static List<Field> opened(Class<?> type) throws Uncapturable {
    return opened(type, Object.class);
  }

  /**
   * The instance fields that the class adds to {@code known}.
   *
   * @param type a class of the application
   * @param known a superclass whose fields are left out
   * @throws Uncapturable when the class inherits state of another JDK class, or its module does not
   *     open its package
   */
  public static List<Field> opened(Class<?> type, Class<?> known) throws Uncapturable {
    List<Field> fields = new ArrayList<>();
    collect(type, known, type, fields);
    return Collections.unmodifiableList(fields);
  }

  private static void collect(
      @Nullable Class<?> at, Class<?> known, Class<?> type, List<Field> fields)
      throws Uncapturable {
    if (at == null || at == known) {
      return;
    }
    collect(at.getSuperclass(), known, type, fields);
    if (Origin.isJdk(at)) {
      // Reflection hides some fields of JDK classes, so an empty list does not prove that there are
      // none. Only classes of java.util are known to show all fields.
      if (Origin.isStateless(at)) {
        return;
      }
      if (!isReadable(at)) {
        throw new Uncapturable(
            type.getName() + " extends " + at.getName() + ", whose state cannot be read");
      }
    }
    for (Field field : declared(at)) {
      if (!Modifier.isStatic(field.getModifiers())) {
        open(field);
        fields.add(field);
      }
    }
  }

  /** Whether a class of the JDK shows all of its fields and this module may read them. */
  public static boolean isReadable(Class<?> jdkType) {
    boolean hidesNothing =
        Throwable.class.isAssignableFrom(jdkType)
            ? jdkType != Throwable.class
            : jdkType.getName().startsWith("java.util.");
    return hidesNothing && JdkFields.isOpen(jdkType);
  }

  /**
   * The fields that a class declares, also static ones; not opened.
   *
   * @throws Uncapturable if the type of a field cannot be loaded: then reflection returns no field
   */
  public static Field[] declared(Class<?> at) throws Uncapturable {
    try {
      return at.getDeclaredFields();
    } catch (LinkageError missing) {
      throw new Uncapturable(
          at.getName() + " has fields of a class that cannot be loaded: " + missing.getMessage());
    }
  }

  /**
   * Opens a field, so that reflection can read it.
   *
   * @throws Uncapturable if its module or a security manager does not allow it
   */
  public static void open(Field field) throws Uncapturable {
    try {
      field.setAccessible(true);
    } catch (RuntimeException closed) {
      // InaccessibleObjectException since Java 9, SecurityException on Java 8.
      Class<?> owner = field.getDeclaringClass();
      throw new Uncapturable(
          owner.getName() + " cannot be read: " + moduleOf(owner) + " does not open its package");
    }
  }

  // Class.getModule exists since Java 9.
  private static String moduleOf(Class<?> owner) {
    try {
      Object module = Class.class.getMethod("getModule").invoke(owner);
      return String.valueOf(module);
    } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException old) {
      return "its security manager";
    }
  }
}
