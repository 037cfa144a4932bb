package io.understudy.agent.budget;

/**
 * Whether calls have arrived lately. While none do, the agent's threads sleep for long, and the
 * budget's thread wakes them when a call has arrived: the calling thread never does. Thread-safe.
 */
public final class Activity {
  private volatile boolean isDormant;
  private volatile boolean isEnding;
  private volatile boolean isSettling;

  /** Creates an activity that is not dormant. */
  public Activity() {}

  /** Whether no call has arrived for some seconds, and none waits. */
  public boolean isDormant() {
    return isDormant && !isEnding;
  }

  /**
   * Whether the application has begun to work a short time ago, so that its first calls may wait:
   * the pool serves none before it has settled, and begins slowly.
   */
  public boolean isSettling() {
    return isSettling && !isEnding;
  }

  void settling(boolean on) {
    isSettling = on;
  }

  /** Lets no thread sleep for long any more, since the JVM ends. */
  void end() {
    isEnding = true;
  }

  void dormant(boolean on) {
    isDormant = on;
  }
}
