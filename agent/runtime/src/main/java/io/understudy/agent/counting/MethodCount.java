package io.understudy.agent.counting;

import io.understudy.bridge.Tally;

/** The counts of one method of one class. Immutable. */
public final class MethodCount {
  /** The binary name of the class. */
  public final String className;

  /** The method's name and descriptor. */
  public final String method;

  /** The number of calls, including those that threw. */
  public final long calls;

  /** The number of timed calls. */
  public final long timed;

  /**
   * The total duration of the timed calls in nanoseconds, including the methods that they called.
   */
  public final long nanos;

  /** The approximate number of calling threads. */
  public final int threads;

  /** Creates the counts of a method. */
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
