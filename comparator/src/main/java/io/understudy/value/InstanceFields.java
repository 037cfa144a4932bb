package io.understudy.value;

import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The instance fields of a class, opened for reading and writing. */
public final class InstanceFields {
  private InstanceFields() {}

  /**
   * Every instance field that an object of the class has, superclasses first, in order of
   * declaration; private, final, transient and synthetic ones included.
   *
   * @param type a class of the application, not of the JDK
   * @throws Uncapturable when the class inherits state of a JDK class, or its module does not open
   *     it
   */
  public static List<Field> opened(Class<?> type) throws Uncapturable {
    return opened(type, Object.class);
  }

  /**
   * The instance fields that the class adds to {@code known}.
   *
   * @param type a class of the application
   * @param known a superclass of it that is not looked into
   * @throws Uncapturable when the class inherits state of another JDK class, or its module does not
   *     open it
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
      // Reflection hides some fields of JDK classes, so none declared is no proof of none there;
      // only those of java.util are known to be all there.
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

  /** Whether a class of the JDK shows all of its fields, and they may be read. */
  public static boolean isReadable(Class<?> jdkType) {
    boolean hidesNothing =
        Throwable.class.isAssignableFrom(jdkType)
            ? jdkType != Throwable.class
            : jdkType.getName().startsWith("java.util.");
    return hidesNothing && JdkFields.isOpen(jdkType);
  }

  // A field whose type is missing at run time makes the whole class unreadable.
  private static Field[] declared(Class<?> at) throws Uncapturable {
    try {
      return at.getDeclaredFields();
    } catch (LinkageError missing) {
      throw new Uncapturable(
          at.getName() + " has fields of a class that cannot be loaded: " + missing.getMessage());
    }
  }

  private static void open(Field field) throws Uncapturable {
    try {
      field.setAccessible(true);
    } catch (RuntimeException closed) {
      // InaccessibleObjectException from JDK 9 on; SecurityException before.
      Class<?> owner = field.getDeclaringClass();
      throw new Uncapturable(
          owner.getName() + " cannot be read: " + moduleOf(owner) + " does not open its package");
    }
  }

  // Class.getModule is there from JDK 9 on.
  private static String moduleOf(Class<?> owner) {
    try {
      Object module = Class.class.getMethod("getModule").invoke(owner);
      return String.valueOf(module);
    } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException old) {
      return "its security manager";
    }
  }
}
