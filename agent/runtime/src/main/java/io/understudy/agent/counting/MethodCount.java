package io.understudy.agent.counting;

import io.understudy.bridge.Tally;

/** What was counted of one method of one class. Immutable. */
public final class MethodCount {
  /** Binary name of the class. */
  public final String className;

  /** The method's name and descriptor. */
  public final String method;

  /** How many calls there were, those that threw included. */
  public final long calls;

  /** How many calls were timed. */
  public final long timed;

  /** How long these took, with all that they called, in nanoseconds. */
  public final long nanos;

  /** About how many threads called. */
  public final int threads;

  /** Figures of a method. */
  public MethodCount(
      String className, String method, long calls, long timed, long nanos, int threads) {
    this.className = className;
    this.method = method;
    this.calls = calls;
    this.timed = timed;
    this.nanos = nanos;
    this.threads = threads;
  }

  static MethodCount read(String className, String method, int number) {
    return new MethodCount(
        className,
        method,
        Tally.calls(number),
        Tally.timed(number),
        Tally.nanos(number),
        Tally.threads(number));
  }
}
