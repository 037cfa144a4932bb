package io.understudy.agent.weave;

import io.understudy.agent.classfile.GeneratedNames;
import io.understudy.agent.config.CallConfig;

/** Checks by its configuration whether a control can be woven. Stateless. */
final class WeavableControls {
  private static final String[] JDK = {"java.", "javax.", "jdk.", "sun.", "com.sun."};
  private static final String[] OWN = {"io.understudy.agent.", "io.understudy.bridge."};

  private WeavableControls() {}

  /**
   * Returns the reason why a control cannot be woven, and what to write; empty if it can be woven.
   */
  static String refusal(CallConfig config) {
    String className = config.control().className();
    String methodName = config.control().methodName();
    for (String prefix : JDK) {
      if (className.startsWith(prefix) && config.packages().isEmpty()) {
        return className
            + " belongs to the JDK, which is never woven; name a class of your own, or give"
            + " packages: in which all that implement it are woven";
      }
    }
    for (String prefix : OWN) {
      if (className.startsWith(prefix)) {
        return className + " belongs to the agent itself";
      }
    }
    if (GeneratedNames.is(className)) {
      return className + " is generated at run time; name the class that it was generated for";
    }
    if (methodName.equals("<init>") || methodName.equals(simpleName(className))) {
      return className + "#" + methodName + " is a constructor; only methods can be woven";
    }
    return "";
  }

  private static String simpleName(String className) {
    return className.substring(
        Math.max(className.lastIndexOf('.'), className.lastIndexOf('$')) + 1);
  }
}
