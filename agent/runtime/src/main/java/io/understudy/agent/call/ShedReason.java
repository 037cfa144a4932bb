package io.understudy.agent.call;

import org.jspecify.annotations.Nullable;

/**
 * Why the budget or a pause sheds a call before it is captured. These reasons have counters of
 * their own in a {@link LedgerPage}, since to count them must cost no more than to count a call
 * that is not sampled.
 */
public enum ShedReason {
  /** The pool has no CPU time for the call. */
  CPU("budget: cpu"),

  /** Capturing it would take too much of the calling thread's time. */
  CALLER("budget: caller"),

  /** The call point or the JVM is new, and begins with few calls. */
  WARMING_UP("warming up"),

  /** The call point is paused, and not disarmed yet. */
  PAUSED(CallPoint.PAUSED),

  /** The call point is stopped by a file, and not disarmed yet. */
  STOPPED(CallPoint.STOPPED);

  private final String text;

  ShedReason(String text) {
    this.text = text;
  }

  /** Returns the reason of this text for a call point that rests; null for any other text. */
  public static @Nullable ShedReason ofRest(String text) {
    return CallPoint.PAUSED.equals(text) ? PAUSED : CallPoint.STOPPED.equals(text) ? STOPPED : null;
  }

  /** Returns the reason as the journal has it, without the fate. */
  public String text() {
    return text;
  }
}
