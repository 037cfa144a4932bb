package io.understudy.bridge;

/** Finds out from the stack who calls a method of the JDK. Stateless. */
final class Callers {
  private static final String[] OF_JDK = {"java.", "javax.", "jdk.", "sun.", "com.sun."};

  /** Parts of the JDK that change settings for their own purpose. */
  private static final String[] OWN_PURPOSE = {
    "com.sun.",
    "java.awt.",
    "java.net.",
    "java.nio.",
    "java.rmi.",
    "java.sql.",
    "java.util.TimeZone",
    "java.util.logging.",
    "javax.",
    "jdk.",
    "sun.",
  };

  /** Code that calls what its caller gives it. */
  private static final String[] NEUTRAL = {
    "io.understudy.bridge.",
    "java.lang.",
    "java.security.AccessController",
    "java.util.",
    "jdk.internal.reflect.",
    "jdk.internal.vm.",
    "sun.reflect.",
  };

  private Callers() {}

  /** Whether the caller of a method of {@code Runtime} is a class of the JDK. */
  static boolean ofRuntimeIsJdk() {
    StackTraceElement[] trace = new Throwable().getStackTrace();
    int at = 0;
    while (at < trace.length && !trace[at].getClassName().equals("java.lang.Runtime")) {
      at++;
    }
    return startsWith(at + 1 < trace.length ? trace[at + 1].getClassName() : "", OF_JDK);
  }

  /**
   * Whether a class of the JDK calls a setter for its own purpose: the first class on the stack
   * that is not neutral.
   *
   * @param setter the class of the setter
   */
  static boolean ofSetterIsJdk(String setter) {
    StackTraceElement[] trace = new Throwable().getStackTrace();
    for (int i = 0; i < trace.length; i++) {
      String name = trace[i].getClassName();
      if (name.equals(setter)) {
        if (name.startsWith("java.util.logging.") && isInitialisation(trace[i].getMethodName())) {
          return true;
        }
      } else if (startsWith(name, NEUTRAL)) {
        if (startsWith(name, OWN_PURPOSE)
            && !name.contains(".reflect.")
            && !name.startsWith("jdk.internal.vm.")) {
          return true;
        }
      } else {
        return startsWith(name, OWN_PURPOSE);
      }
    }
    return false;
  }

  /** Whether a method of {@code LogManager} belongs to its first use. */
  private static boolean isInitialisation(String method) {
    return method.equals("ensureLogManagerInitialized")
        || method.equals("readPrimordialConfiguration");
  }

  private static boolean startsWith(String name, String[] prefixes) {
    for (String prefix : prefixes) {
      if (name.startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }
}
