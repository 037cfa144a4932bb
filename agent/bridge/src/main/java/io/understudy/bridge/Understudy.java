package io.understudy.bridge;

/**
 * What code of the application and of candidates may ask the agent.
 *
 * <p>The class exists only in a JVM with the agent, in the bootstrap loader; docs/safety.md has a
 * snippet that works in every JVM. Thread-safe.
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
}
