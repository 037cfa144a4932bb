package io.understudy.agent.weave;

import io.understudy.bridge.Bridge;
import org.jspecify.annotations.Nullable;

/**
 * Checks whether woven code can run in the classes of a loader, since loaders of application
 * servers may hide the bridge. Separate from {@link ClassDecorator}, so that the check does not
 * load Byte Buddy. Stateless.
 */
public final class BridgeAccess {
  private BridgeAccess() {}

  /**
   * Whether classes of this loader find the one bridge. This asks the JVM and not the loader, since
   * the JVM caches the result: a bridge that is found now is also found later.
   */
  public static boolean isPossibleFor(@Nullable ClassLoader loader) {
    try {
      return Class.forName(Bridge.class.getName(), false, loader) == Bridge.class;
    } catch (ClassNotFoundException | LinkageError hidden) {
      return false;
    }
  }
}
