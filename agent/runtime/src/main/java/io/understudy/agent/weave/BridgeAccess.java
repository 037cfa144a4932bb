package io.understudy.agent.weave;

import io.understudy.bridge.Bridge;
import org.jspecify.annotations.Nullable;

/**
 * Checks whether woven code can run in the classes of a loader, since loaders of application
 * servers may hide the bridge. Separate from {@link ClassDecorator}, so that the check does not
 * load Byte Buddy. Stateless.
 */
public final class BridgeAccess {
  /** The classes of the JDK that woven code names. */
  private static final String[] NAMED = {
    "java.lang.Object",
    "java.lang.Throwable",
    "java.lang.StackOverflowError",
    "java.lang.Boolean",
    "java.lang.Byte",
    "java.lang.Character",
    "java.lang.Short",
    "java.lang.Integer",
    "java.lang.Long",
    "java.lang.Float",
    "java.lang.Double"
  };

  private BridgeAccess() {}

  /**
   * Whether classes of this loader find the one bridge. This asks the JVM and not the loader, since
   * the JVM caches the result: a bridge that is found now is also found later.
   *
   * <p>The JVM also caches the other classes that woven code names. Otherwise it would call the
   * loader when the woven code uses one for the first time, such as in a handler while the memory
   * is full, and an error of the loader would reach the application.
   */
  public static boolean isPossibleFor(@Nullable ClassLoader loader) {
    try {
      for (String name : NAMED) {
        Class.forName(name, false, loader);
      }
      return Class.forName(Bridge.class.getName(), false, loader) == Bridge.class;
    } catch (ClassNotFoundException | LinkageError hidden) {
      return false;
    }
  }
}
