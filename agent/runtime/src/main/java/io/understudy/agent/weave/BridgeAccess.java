package io.understudy.agent.weave;

import io.understudy.bridge.Bridge;
import org.jspecify.annotations.Nullable;

/**
 * Whether woven code can work in the classes of a loader: application servers' loaders may hide the
 * bridge. Apart from {@link ClassDecorator}, so that asking does not load Byte Buddy. Stateless.
 */
public final class BridgeAccess {
  private BridgeAccess() {}

  /**
   * Whether classes of this loader find the one bridge. Asked of the JVM and not of the loader,
   * since then the JVM remembers the answer: what was found now cannot be missing later.
   */
  public static boolean isPossibleFor(@Nullable ClassLoader loader) {
    try {
      return Class.forName(Bridge.class.getName(), false, loader) == Bridge.class;
    } catch (ClassNotFoundException | LinkageError hidden) {
      return false;
    }
  }
}
