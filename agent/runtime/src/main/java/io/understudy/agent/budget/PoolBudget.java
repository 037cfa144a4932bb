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
    if (begun == UNMEASURED) {
      return;
    }
    long used = Math.max(0, cpuNanos() - begun);
    pace.spent(used, System.nanoTime());
    PointAdmission admission = admissions.of(point);
    if (admission != null) {
      admission.replayTook(used);
    }
  }

  // Time in place of CPU time, where the JVM does not report it.
  private long cpuNanos() {
    long cpu = costs.currentCpuNanos();
    return cpu >= 0 ? cpu : System.nanoTime();
  }
}
