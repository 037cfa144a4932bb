package io.understudy.agent.config;

import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/**
 * Recognises classes of the JDK and of this agent, which a configuration must not call: it could
 * start processes or change the JVM with the arguments of a control. Stateless.
 */
public final class ForeignClasses {
  private static final String[] JDK = {"java.", "javax.", "jdk.", "sun.", "com.sun."};
  private static final String[] OWN = {"io.understudy.agent.", "io.understudy.bridge."};
  private static final String ROOT = "io.understudy.";

  private ForeignClasses() {}

  /** Returns why a class is not called: "X belongs to the JDK"; null for any other class. */
  public static @Nullable String refusal(String className) {
    for (String prefix : JDK) {
      if (className.startsWith(prefix)) {
        return className + " belongs to the JDK";
      }
    }
    for (String prefix : OWN) {
      if (className.startsWith(prefix)) {
        return className + " belongs to the agent";
      }
    }
    boolean isAtRoot = className.startsWith(ROOT) && className.indexOf('.', ROOT.length()) < 0;
    return isAtRoot ? className + " belongs to the agent" : null;
  }

  /**
   * Whether the body of a method is that of a class of the JDK. A proxy is no such class, although
   * its name may say so.
   */
  public static boolean isOfJdk(Class<?> type) {
    return !Proxy.isProxyClass(type) && isOfJdk(type.getName());
  }

  /**
   * Does the same by the name of the class. The methods of {@code Object}, which every class
   * inherits, have no effect and are allowed.
   */
  public static boolean isOfJdk(String className) {
    String refusal = refusal(className);
    return refusal != null && refusal.endsWith("the JDK") && !className.equals("java.lang.Object");
  }
}
