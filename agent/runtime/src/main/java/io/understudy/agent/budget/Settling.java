package io.understudy.agent.budget;

/**
 * Whether an application that has begun to work still needs all of the machine: it loads classes,
 * its code is compiled, and its callers have waited for it. Until it has settled, the agent takes
 * the first calls of each point only, and they wait.
 *
 * <p>At first nothing is measured either, since that loads classes. Then the application has
 * settled when the JIT compiler has been quiet and a part of the processors idle for a second. One
 * that never is has settled after a minute. For one thread.
 */
final class Settling {
  /** The time after the first call in which nothing is measured, in nanoseconds. */
  static final long UNMEASURED = 5_000_000_000L;

  /** The longest time after the first call, in nanoseconds. */
  static final long LONGEST = 60_000_000_000L;

  /** The periods in a row in which nothing must show that the application needs the machine. */
  static final int PERIODS = 10;

  /** What the JIT compiler may use, in processors. */
  private static final double COMPILING = 0.2;

  /** The part of the processors that must be idle. */
  private static final double IDLE = 0.15;

  /** The time in which the waiting calls are replayed after that: the pool begins slowly. */
  private static final long DRAIN = 30_000_000_000L;

  private boolean isBegun;
  private boolean isOver;
  private long overAt;
  private long first;
  private int calm;

  /** The first call has arrived. Only the first time has an effect. */
  void begin(long now) {
    if (!isBegun) {
      isBegun = true;
      first = now;
    }
  }

  /** Whether a call has arrived. */
  boolean isBegun() {
    return isBegun;
  }

  /** Whether the machine may be measured. */
  boolean mayMeasure(long now) {
    return isOver || (isBegun && (now - first >= UNMEASURED || now - first < 0));
  }

  /** Whether the application has settled. */
  boolean isOver() {
    return isOver;
  }

  /** Whether calls may still wait that were taken before the application had settled. */
  boolean keepsCalls(long now) {
    return !isOver || (now - overAt < DRAIN && now - overAt >= 0);
  }

  /** Looks at one period. */
  void see(CpuUse use, long now) {
    // What is not known (NaN) shows nothing.
    boolean isBusy =
        use.compiling > COMPILING || use.left() < IDLE * use.processors || use.isThrottled;
    calm = isBusy ? 0 : calm + 1;
    isOver = calm >= PERIODS || now - first >= LONGEST || now - first < 0;
    overAt = now;
  }
}
