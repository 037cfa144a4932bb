package io.understudy.value;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Finds fields of JDK classes that this module may read: on Java 8; in packages that the agent
 * opened; and in packages that {@code --add-opens} opened. In all other cases it finds no field,
 * and callers read objects by their public methods. Thread-safe.
 *
 * <p>Java 9 to 16 allow reflection into every package by default and print a warning in the
 * application's output. There, only packages that the agent opened are used.
 */
public final class JdkFields {
  private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();

  /** Since this version, packages are closed by default. */
  private static final int CLOSED = 17;

  private static final int VERSION = version();

  // Written once, before the first shape is found. Null means no package.
  private static volatile @Nullable Predicate<String> opened;

  private JdkFields() {}

  /**
   * Records that the agent opened the JDK packages to the module of this class. Call this before
   * the first object is read.
   */
  public static void opened() {
    opened = name -> true;
  }

  /** As {@link #opened()}, if the agent opened only these packages. */
  public static void opened(Collection<String> packages) {
    Set<String> names = new HashSet<>(packages);
    opened = names::contains;
  }

  /**
   * A field of a JDK class, opened.
   *
   * @return null if there is no field of that name, or this module may not read it
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
   * The handle {@code (owner) -> value} that reads a field of a JDK class.
   *
   * @return null if there is no field of that name, or this module may not read it
   */
  static @Nullable MethodHandle getter(Class<?> owner, String name) {
    Field field = of(owner, name);
    try {
      return field == null ? null : LOOKUP.unreflectGetter(field);
    } catch (IllegalAccessException refused) {
      return null;
    }
  }

  /** A class that is nested in a JDK class; null if there is none of that name. */
  public static @Nullable Class<?> inner(Class<?> owner, String name) {
    try {
      return Class.forName(owner.getName() + "$" + name, false, owner.getClassLoader());
    } catch (ClassNotFoundException none) {
      return null;
    }
  }

  /** Whether reflection can read the fields of the class without a warning. */
  public static boolean isOpen(Class<?> owner) {
    if (VERSION < 9) {
      return true;
    }
    // Java 9 to 16 say of every package of Java 8 that it is open.
    Predicate<String> ours = opened;
    return (VERSION >= CLOSED || (ours != null && ours.test(packageName(owner))))
        && isOpenToThisModule(owner);
  }

  private static String packageName(Class<?> owner) {
    String name = owner.getName();
    return name.substring(0, Math.max(0, name.lastIndexOf('.')));
  }

  // Class.getModule and Module.isOpen exist since Java 9.
  private static boolean isOpenToThisModule(Class<?> owner) {
    try {
      Method moduleOf = Class.class.getMethod("getModule");
      Object thisModule = moduleOf.invoke(JdkFields.class);
      Method isOpen =
          Class.forName("java.lang.Module")
              .getMethod("isOpen", String.class, thisModule.getClass());
      return (Boolean) isOpen.invoke(moduleOf.invoke(owner), packageName(owner), thisModule);
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
