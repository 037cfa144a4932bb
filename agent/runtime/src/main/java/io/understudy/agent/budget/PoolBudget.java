package io.understudy.agent.budget;

import io.understudy.agent.call.CallPoint;
import io.understudy.agent.replay.limit.ThreadCosts;

/** What the pool of one generation needs of the budget. Thread-safe. */
public final class PoolBudget {
  private static final long UNMEASURED = Long.MIN_VALUE;

  private final Pace pace;
  private final Admissions admissions;
  private final Activity activity;
  private final ThreadCosts costs;

  PoolBudget(Pace pace, Admissions admissions, Activity activity, ThreadCosts costs) {
    this.pace = pace;
    this.admissions = admissions;
    this.activity = activity;
    this.costs = costs;
  }

  /** Returns a budget without a limit. */
  public static PoolBudget unlimited() {
    return new PoolBudget(
        new Pace(() -> true), Admissions.unlimited(), new Activity(), new ThreadCosts());
  }

  /** Returns how long the current worker waits before its next call, in nanoseconds; 0 if not. */
  public long pause() {
    return pace.pause(System.nanoTime());
  }

  /** Whether the CPU time is limited. */
  public boolean isLimited() {
    return !pace.isUnlimited();
  }

  /** Whether another worker may begin a call beside those that run. */
  public boolean hasRoom() {
    return pace.hasRoom();
  }

  /** Whether no calls arrive, so that the pool's threads may sleep for long. */
  public boolean isDormant() {
    return activity.isDormant();
  }

  /** Measures the beginning of a call of the current worker; returns what {@link #spent} needs. */
  public long begin() {
    return pace.isUnlimited() ? UNMEASURED : cpuNanos();
  }

  /** Records the cost of the call which {@link #begin} has begun, on the same thread. */
  public void spent(CallPoint point, long begun) {
    long used = spent(begun);
    PointAdmission admission = admissions.of(point);
    if (admission != null && begun != UNMEASURED) {
      admission.replayTook(used);
    }
  }

  /**
   * Records the cost of work that belongs to no call, and was begun by {@link #begin}.
   *
   * @return the CPU time in nanoseconds; 0 if it is not measured
   */
  public long spent(long begun) {
    if (begun == UNMEASURED) {
      return 0;
    }
    long used = Math.max(0, cpuNanos() - begun);
    pace.spent(used, System.nanoTime());
    return used;
  }

  /** Whether the calls of a point are limited at all. */
  public boolean limits(CallPoint point) {
    return admissions.of(point) != null;
  }

  // Time in place of CPU time, where the JVM does not report it.
  private long cpuNanos() {
    long cpu = costs.currentCpuNanos();
    return cpu >= 0 ? cpu : System.nanoTime();
  }
}
