package io.understudy.agent.replay;

import io.understudy.agent.call.Call;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A piece of application code that a worker runs for one call under a time limit. The worker and
 * the watchdog race to end it, and exactly one of them wins:
 *
 * <pre>
 * RUNNING --worker--> FINISHED
 * RUNNING --watchdog--> EXPIRING --watchdog--> EXPIRED --worker--> RETURNED
 *                                              EXPIRED --watchdog--> ABANDONED
 * </pre>
 */
final class Attempt {
  private enum State {
    RUNNING,
    FINISHED,
    /** The watchdog has won and is about to interrupt the worker. */
    EXPIRING,
    /** The interrupt has been delivered. */
    EXPIRED,
    RETURNED,
    ABANDONED
  }

  /** The result of {@link #finish} for the worker. */
  enum End {
    IN_TIME,
    /** The time limit has passed; the worker can serve another call. */
    LATE,
    /** The time limit has passed, and another worker has replaced this one. */
    REPLACED
  }

  final Call call;
  final @Nullable Object[] arguments;
  final Breaker.Admission admission;
  final long limitNanos;
  private final ExpiryHandler expiry;
  private final boolean interrupts;
  private final long started = System.nanoTime();
  private final AtomicReference<State> state = new AtomicReference<>(State.RUNNING);
  private volatile long expired;

  /** Decides the fate of a call whose time limit has passed. */
  interface ExpiryHandler {
    /** Called on the watchdog's thread, before the worker is interrupted. */
    void expired(Attempt attempt, long now);

    /**
     * Called when the worker is abandoned because it did not return within the grace period.
     *
     * @return true if the control was running, and the candidate is not the cause
     */
    default boolean workerAbandoned() {
      return false;
    }
  }

  private Attempt(
      Call call,
      @Nullable Object[] arguments,
      Breaker.Admission admission,
      long limitNanos,
      ExpiryHandler expiry,
      boolean interrupts) {
    this.call = call;
    this.arguments = arguments;
    this.admission = admission;
    this.limitNanos = limitNanos;
    this.expiry = expiry;
    this.interrupts = interrupts;
  }

  /** Starts the clock of code that is interrupted at the time limit. */
  Attempt(
      Call call,
      @Nullable Object[] arguments,
      Breaker.Admission admission,
      long limitNanos,
      ExpiryHandler expiry) {
    this(call, arguments, admission, limitNanos, expiry, true);
  }

  /** Starts the clock of code that is not interrupted at the time limit. */
  static Attempt withoutInterrupt(
      Call call,
      @Nullable Object[] arguments,
      Breaker.Admission admission,
      long limitNanos,
      ExpiryHandler expiry) {
    return new Attempt(call, arguments, admission, limitNanos, expiry, false);
  }

  boolean isRunning() {
    return state.get() == State.RUNNING;
  }

  /**
   * Whether the worker may be interrupted. It may not while it compares, since it may be writing
   * the outcome.
   */
  boolean isInterruptible() {
    return interrupts;
  }

  /** Ends the attempt for the worker, and clears the thread's interrupt flag. */
  End finish() {
    End end = End.IN_TIME;
    if (!state.compareAndSet(State.RUNNING, State.FINISHED)) {
      // Race: the watchdog has won, and its interrupt must not arrive during the next call.
      while (state.get() == State.EXPIRING) {
        Thread.yield();
      }
      end = state.compareAndSet(State.EXPIRED, State.RETURNED) ? End.LATE : End.REPLACED;
    }
    // The candidate or the watchdog may have set the flag.
    Thread.interrupted();
    return end;
  }

  /** Ends the attempt if its time limit has passed. For the watchdog. */
  void expireAt(long now, Thread worker) {
    if (now - started >= limitNanos) {
      expire(now, worker, expiry);
    }
  }

  /** Ends the attempt now, unless it has ended. */
  void expire(long now, Thread worker, ExpiryHandler handler) {
    if (!state.compareAndSet(State.RUNNING, State.EXPIRING)) {
      return;
    }
    try {
      handler.expired(this, now);
    } finally {
      expired = now;
      if (interrupts) {
        worker.interrupt();
      }
      state.set(State.EXPIRED);
    }
  }

  /** See {@link ExpiryHandler#workerAbandoned}. */
  boolean workerAbandoned() {
    return expiry.workerAbandoned();
  }

  /**
   * Abandons the worker if the attempt expired at least {@code graceNanos} ago and the worker has
   * not returned.
   *
   * @return whether this call has abandoned it
   */
  boolean abandonAt(long now, long graceNanos) {
    return state.get() == State.EXPIRED
        && now - expired >= graceNanos
        && state.compareAndSet(State.EXPIRED, State.ABANDONED);
  }
}
