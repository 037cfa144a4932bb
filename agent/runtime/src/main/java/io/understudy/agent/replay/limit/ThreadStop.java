package io.understudy.agent.replay.limit;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/**
 * {@code Thread.stop}, which works on Java 8 to 19. Called by reflection, since later versions
 * refuse it and will remove it. Thread-safe.
 */
final class ThreadStop {
  private final @Nullable Method stop;
  private volatile boolean isRefused;

  /** Finds the method; with {@code isAllowed} false it is never called. */
  ThreadStop(boolean isAllowed) {
    this.stop = isAllowed ? find() : null;
  }

  private static @Nullable Method find() {
    try {
      return Thread.class.getMethod("stop");
    } catch (NoSuchMethodException removed) {
      return null;
    }
  }

  /** Stops a thread; returns false if this JVM refuses it. */
  boolean stop(Thread thread) {
    Method method = stop;
    if (method == null || isRefused) {
      return false;
    }
    try {
      method.invoke(thread);
      return true;
    } catch (InvocationTargetException | IllegalAccessException refused) {
      // UnsupportedOperationException since Java 20, or a security manager.
      isRefused = true;
      return false;
    }
  }

  /**
   * Whether {@code Thread.stop} would hit the application's code, and no class loader: the first
   * frame outside of the JDK is not of the agent.
   */
  static boolean isSafe(StackTraceElement[] frames) {
    boolean isOfApplication = false;
    boolean isFound = false;
    for (StackTraceElement frame : frames) {
      String name = frame.getClassName();
      if (name.equals("java.lang.ClassLoader") || frame.getMethodName().equals("loadClass")) {
        return false;
      }
      if (!isFound && !isOfJdk(name)) {
        isFound = true;
        isOfApplication = !name.startsWith("io.understudy.");
      }
    }
    return isOfApplication;
  }

  private static boolean isOfJdk(String className) {
    return className.startsWith("java.")
        || className.startsWith("javax.")
        || className.startsWith("jdk.")
        || className.startsWith("sun.")
        || className.startsWith("com.sun.");
  }
}
