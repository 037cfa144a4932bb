package io.understudy.value;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/**
 * Fields of classes of the JDK, where this module may read them: on Java 8; where the agent has had
 * their packages opened to it; and where {@code --add-opens} did so. Elsewhere there are none, and
 * objects are read by their public methods.
 *
 * <p>Java 9 to 16 let reflection into every package unless told otherwise, and print a warning on
 * behalf of the application when somebody uses that. There only the agent's word counts.
 */
public final class JdkFields {
  private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();

  /** From this version on a package that is not opened is closed. */
  private static final int CLOSED = 17;

  private static final int VERSION = version();

  // Written once, before any shape is looked for.
  private static volatile boolean opened;

  private JdkFields() {}

  /**
   * Says that the packages in question were opened to the module of this class by somebody who may.
   * To be called before any object is looked at.
   */
  public static void opened() {
    opened = true;
  }

  /**
   * A field of a class of the JDK, opened.
   *
   * @return null where there is none of that name, or it may not be read
   */
  public static @Nullable Field of(Class<?> owner, String name) {
    try {
      if (!isOpen(owner)) {
        return null;
      }
      Field field = owner.getDeclaredField(name);
      field.setAccessible(true);
      return field;
    } catch (ReflectiveOperationException | RuntimeException refused) {
      return null;
    }
  }

  /**
   * Reads a field of a class of the JDK, {@code (owner) -> field}.
   *
   * @return null where there is none of that name, or it may not be read
   */
  static @Nullable MethodHandle getter(Class<?> owner, String name) {
    Field field = of(owner, name);
    try {
      return field == null ? null : LOOKUP.unreflectGetter(field);
    } catch (IllegalAccessException refused) {
      return null;
    }
  }

  /** A class that is declared inside of a class of the JDK; null where there is none. */
  public static @Nullable Class<?> inner(Class<?> owner, String name) {
    try {
      return Class.forName(owner.getName() + "$" + name, false, owner.getClassLoader());
    } catch (ClassNotFoundException none) {
      return null;
    }
  }

  /** Whether reflection may look into the class, without a warning. */
  public static boolean isOpen(Class<?> owner) {
    if (VERSION < 9) {
      return true;
    }
    return (opened || VERSION >= CLOSED) && isOpenToUs(owner);
  }

  // Class.getModule and Module.isOpen are there from Java 9 on.
  private static boolean isOpenToUs(Class<?> owner) {
    try {
      Method moduleOf = Class.class.getMethod("getModule");
      Object ours = moduleOf.invoke(JdkFields.class);
      Method isOpen =
          Class.forName("java.lang.Module").getMethod("isOpen", String.class, ours.getClass());
      String name = owner.getName();
      return (Boolean)
          isOpen.invoke(moduleOf.invoke(owner), name.substring(0, name.lastIndexOf('.')), ours);
    } catch (ReflectiveOperationException | RuntimeException unknown) {
      return false;
    }
  }

  private static int version() {
    String version = System.getProperty("java.specification.version", "1.8");
    try {
      return version.startsWith("1.") ? 8 : Integer.parseInt(version);
    } catch (NumberFormatException unknown) {
      return 9;
    }
  }
}
