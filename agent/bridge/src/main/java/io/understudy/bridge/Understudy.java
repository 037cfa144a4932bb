package io.understudy.bridge;

import java.util.List;

/**
 * What code of the application and of candidates may call. The class exists only in a JVM in which
 * the agent was started, in the bootstrap loader; docs/safety.md has a snippet that works in every
 * JVM. Thread-safe.
 */
public final class Understudy {
  private Understudy() {}

  /**
   * Whether the current thread works for a candidate at this moment: it runs the candidate's
   * method, a thread or a task that the candidate has started, whatever thread that is, or a
   * control that is repeated. False for all other code, and if no agent is attached.
   *
   * <p>Costs a few reads while nothing runs for a candidate. Never throws, except for the errors of
   * a stack that is used up and of a thread that is stopped.
   */
  public static boolean isShadow() {
    if (!Shadow.isGuarded()) {
      return false;
    }
    try {
      return Shadow.isCurrentIn();
    } catch (OutOfMemoryError noMemory) {
      Bridge.escaped++;
      // Without memory for more: this needs none.
      return Shadow.group().parentOf(Thread.currentThread().getThreadGroup());
    }
  }

  /**
   * Registers the object whose method is a candidate, for call points with {@code instance:
   * registered}. A later registration of the name from the same class loader replaces it. The
   * object is kept as long as the class loader of its class.
   *
   * @param name the name of the call point, or the {@code bean:} of its candidate
   * @param candidate the object; or a {@code java.util.function.Supplier} of it, which the agent
   *     calls on one of its threads at the first call
   */
  public static void candidate(String name, Object candidate) {
    ApplicationObjects.register(name, candidate);
  }

  /** Returns the objects that were registered under a name, by one class loader each. */
  public static List<Object> candidates(String name) {
    return ApplicationObjects.registered(name);
  }
}
