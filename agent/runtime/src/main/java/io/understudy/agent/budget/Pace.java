package io.understudy.agent.budget;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;

/**
 * Lets the workers of the pool spend the allowance. A worker asks {@link #pause} before each call,
 * and reports with {@link #spent} what the call has cost. A long call leaves a debt, and all
 * workers wait until it is paid.
 *
 * <p>Credit is not saved up: a worker runs for at most about {@link #BURST_NANOS} and then pauses.
 * So a thread of the application that needs the processor waits for one such piece at most. Even
 * with credit, a worker runs only while a processor is free; if that lasts, a rare call runs all
 * the same, so that evidence does not end.
 *
 * <p>Thread-safe and lock-free.
 */
final class Pace {
  /** The most CPU time that the pool uses in one piece, in nanoseconds, beside a long call. */
  static final long BURST_NANOS = 2_000_000;

  private static final long LEAST_CREDIT = 1_000_000;
  private static final long MOST_DEBT = 30_000_000_000L;
  private static final long SHORTEST_PAUSE = 2_000_000;
  private static final long LONGEST_PAUSE = 100_000_000;
  private static final long SHORTEST_GATE_PAUSE = 4_000_000;
  private static final long LONGEST_GATE_PAUSE = 16_000_000;

  /** The pause while enough other workers run. */
  private static final long CROWDED_PAUSE = 10_000_000;

  /** For how long one look at the processors is valid. */
  private static final long LOOK_NANOS = 100_000;

  /** How long no processor must be free until a call runs all the same. */
  private static final long LONGEST_BUSY = 100_000_000;

  /**
   * How long, and how often, looks must find no processor free until the idle time of the machine
   * counts instead. The kernel also counts tasks that do not compete with this process: on other
   * processors, of other containers, or tasks that give way.
   */
  private static final long LONGEST_REFUSAL = 10_000_000_000L;

  private static final int MOST_REFUSALS = 100;

  /** The longest time between two allowances; after that the pool waits for the budget's thread. */
  private static final long STALE_NANOS = 3_000_000_000L;

  private final BooleanSupplier processorIsFree;
  private final AtomicLong credit = new AtomicLong();
  private final AtomicLong refilledAt;
  private final AtomicLong charged = new AtomicLong();

  /** Counts the workers that serve a call. */
  private volatile IntSupplier running = () -> 0;

  private volatile boolean isReleased;
  private volatile double processors = Double.POSITIVE_INFINITY;
  private volatile long allowedAt;
  private volatile int most = Integer.MAX_VALUE;
  private volatile int waiting;
  private volatile long looked;
  private volatile long ran;
  private volatile long lastCost;
  private volatile int refusedLooks;
  private final AtomicInteger refusals = new AtomicInteger();
  private volatile long refusedSince;
  private volatile boolean hasIdle;

  /**
   * Creates a pace without a limit.
   *
   * @param processorIsFree whether a processor is free at this moment, for the calling thread
   */
  Pace(BooleanSupplier processorIsFree) {
    this(processorIsFree, System.nanoTime());
  }

  Pace(BooleanSupplier processorIsFree, long now) {
    this.processorIsFree = processorIsFree;
    this.refilledAt = new AtomicLong(now);
    this.looked = now - LOOK_NANOS;
    this.ran = now - LONGEST_BUSY;
  }

  /**
   * Sets what counts the workers that serve a call. They are counted anew each time: a counter that
   * a worker changes could be wrong for ever after a {@code ThreadDeath}.
   */
  void countBy(IntSupplier workers) {
    running = workers;
  }

  /** Whether workers never pause. */
  boolean isUnlimited() {
    return processors == Double.POSITIVE_INFINITY;
  }

  /** Lets workers run as they like from now on, as at the end of the JVM. */
  void release() {
    isReleased = true;
  }

  /**
   * Sets the allowance.
   *
   * @param allowed processors that workers may use; positive infinity for no limit
   * @param workers maximal number of workers that use a processor at a time
   * @param idle the number of workers that serve a call and use no processor, since they wait
   * @param now {@code System.nanoTime()}
   */
  void allow(double allowed, int workers, int idle, long now) {
    if (isUnlimited() && allowed != Double.POSITIVE_INFINITY) {
      refilledAt.set(now);
      credit.set(0);
    } else if (!isUnlimited()) {
      // A debt is paid also while no worker asks.
      refill(now, processors);
    }
    processors = allowed;
    most = workers;
    waiting = idle;
    allowedAt = now;
  }

  /**
   * Returns how long a worker waits before its next call, in nanoseconds; 0 if it may serve it now.
   *
   * @param now {@code System.nanoTime()}
   */
  long pause(long now) {
    double allowed = processors;
    if (isReleased || allowed == Double.POSITIVE_INFINITY) {
      return 0;
    }
    if (now - allowedAt > STALE_NANOS) {
      return LONGEST_PAUSE;
    }
    refill(now, allowed);
    long left = credit.get();
    if (left <= 0) {
      return allowed <= 0 ? LONGEST_PAUSE : between((LEAST_CREDIT - left) / allowed);
    }
    if (running.getAsInt() - waiting >= most) {
      return CROWDED_PAUSE;
    }
    long since = now - looked;
    return (since >= 0 && since < LOOK_NANOS) || isFree(now) ? 0 : gatePause();
  }

  /** Sets whether the processors are known to be idle for a good part of the time. */
  void hasIdle(boolean isKnown) {
    hasIdle = isKnown;
  }

  private boolean isFreeNow(long now) {
    if (processorIsFree.getAsBoolean()) {
      refusals.set(0);
      return true;
    }
    int before = refusals.getAndIncrement();
    if (before == 0) {
      refusedSince = now;
    } else if (before >= MOST_REFUSALS) {
      refusals.set(MOST_REFUSALS);
      return hasIdle && now - refusedSince > LONGEST_REFUSAL;
    }
    return false;
  }

  private boolean isFree(long now) {
    if (isFreeNow(now) || now - ran > Math.max(LONGEST_BUSY, patience())) {
      looked = now;
      refusedLooks = 0;
      return true;
    }
    refusedLooks++;
    return false;
  }

  // So that calls which run although no processor is free use no more than the trickle.
  private long patience() {
    return (long) (lastCost / CpuGovernor.TRICKLE);
  }

  private long gatePause() {
    return Math.min(LONGEST_GATE_PAUSE, SHORTEST_GATE_PAUSE << Math.min(2, refusedLooks / 4));
  }

  private static long between(double nanos) {
    return (long) Math.max(SHORTEST_PAUSE, Math.min(LONGEST_PAUSE, nanos));
  }

  private void refill(long now, double allowed) {
    long last = refilledAt.get();
    long elapsed = now - last;
    // A little less than nothing if another worker was faster. If the clock has gone back, begin
    // anew: otherwise nothing would be earned until it has caught up.
    boolean isBack = elapsed < -LONGEST_PAUSE;
    if ((elapsed <= 0 && !isBack) || !refilledAt.compareAndSet(last, now) || isBack) {
      return;
    }
    long earned = (long) (Math.min(elapsed, LONGEST_PAUSE) * allowed);
    credit.accumulateAndGet(earned, (have, more) -> Math.min(BURST_NANOS, have + more));
  }

  /**
   * Records what a call has cost.
   *
   * @param cpuNanos the CPU time that the worker has used for it
   * @param now {@code System.nanoTime()}
   */
  void spent(long cpuNanos, long now) {
    ran = now;
    lastCost = cpuNanos;
    charged.addAndGet(cpuNanos);
    charge(cpuNanos);
  }

  /** Returns what workers have reported since the last time, in nanoseconds. */
  long takeCharged() {
    return charged.getAndSet(0);
  }

  /** Subtracts CPU time that was used, or gives back what was subtracted twice. */
  void charge(long cpuNanos) {
    if (!isUnlimited()) {
      credit.accumulateAndGet(
          cpuNanos, (have, used) -> Math.max(-MOST_DEBT, Math.min(BURST_NANOS, have - used)));
    }
  }

  /** Whether another worker may begin a call beside those that run. */
  boolean hasRoom() {
    return isReleased || running.getAsInt() - waiting < most;
  }

  /** Returns the CPU time that may be used, in nanoseconds; negative while there is a debt. */
  long credit() {
    return credit.get();
  }
}
