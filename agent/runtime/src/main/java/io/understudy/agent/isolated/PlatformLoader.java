package io.understudy.agent.isolated;

import java.net.URL;
import java.security.CodeSource;
import org.jspecify.annotations.Nullable;

/** The class loader of the JDK, for classes that both sides see. Stateless. */
final class PlatformLoader {
  private static final @Nullable ClassLoader LOADER = find();

  private PlatformLoader() {}

  /**
   * Returns the platform loader; on Java 8 the loader of the extensions. It is the last parent of
   * the system loader. Null means the bootstrap loader.
   */
  static @Nullable ClassLoader get() {
    return LOADER;
  }

  private static @Nullable ClassLoader find() {
    try {
      return (ClassLoader) ClassLoader.class.getMethod("getPlatformClassLoader").invoke(null);
    } catch (ReflectiveOperationException java8) {
      return extensions();
    }
  }

  private static @Nullable ClassLoader extensions() {
    ClassLoader system = ClassLoader.getSystemClassLoader();
    ClassLoader last = system;
    for (ClassLoader parent = last; parent != null; parent = parent.getParent()) {
      last = parent;
    }
    return last == system ? null : last;
  }

  /** Whether a class belongs to the JDK, or to the bootstrap loader. */
  static boolean isOwner(Class<?> type) {
    ClassLoader owner = type.getClassLoader();
    return owner == null || owner == LOADER || isTool(type);
  }

  /** Whether a class belongs to a tool of the JDK: since Java 9 the system loader has these. */
  private static boolean isTool(Class<?> type) {
    try {
      CodeSource source = type.getProtectionDomain().getCodeSource();
      URL location = source == null ? null : source.getLocation();
      return location != null && location.toString().startsWith("jrt:/jdk.");
    } catch (SecurityException hidden) {
      return false;
    }
  }
}
