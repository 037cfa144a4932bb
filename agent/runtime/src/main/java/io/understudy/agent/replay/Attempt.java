package io.understudy.agent.replay;

import io.understudy.agent.call.Call;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * One piece of the application's code that a worker runs under a time limit, for one call. The
 * worker and the watchdog race for its end, and exactly one of them wins:
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

  /** What the worker learns at the end. */
  enum End {
    IN_TIME,
    /** Too late, and the worker may go on with another call. */
    LATE,
    /** Too late, and another has taken the worker's place. */
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

  /** What becomes of a call whose time is up; on the watchdog's thread, before the interrupt. */
  interface ExpiryHandler {
    void expired(Attempt attempt, long now);

    /**
     * The worker is given up, not having come back after its time either.
     *
     * @return whether this was the control, so that the candidate is not to blame
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

  /** Starts the clock on code that is interrupted when its time is up. */
  Attempt(
      Call call,
      @Nullable Object[] arguments,
      Breaker.Admission admission,
      long limitNanos,
      ExpiryHandler expiry) {
    this(call, arguments, admission, limitNanos, expiry, true);
  }

  /** Starts the clock on code that is not interrupted when its time is up. */
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

  /** Whether it may be ended from outside: not while its outcome is on the way to the journal. */
  boolean isInterruptible() {
    return interrupts;
  }

  /** The worker is back. Clears the interrupt flag, whoever set it. */
  End finish() {
    End end = End.IN_TIME;
    if (!state.compareAndSet(State.RUNNING, State.FINISHED)) {
      // Race: the watchdog has won, and its interrupt must not arrive during the next call.
      while (state.get() == State.EXPIRING) {
        Thread.yield();
      }
      end = state.compareAndSet(State.EXPIRED, State.RETURNED) ? End.LATE : End.REPLACED;
    }
    // The candidate may have left it set, or the watchdog has.
    Thread.interrupted();
    return end;
  }

  /** Ends the attempt if its time is up; for the watchdog. */
  void expireAt(long now, Thread worker) {
    if (now - started >= limitNanos) {
      expire(now, worker, expiry);
    }
  }

  /** Ends the attempt now, unless it has ended. */
  void expire(long now, Thread worker, ExpiryHandler as) {
    if (!state.compareAndSet(State.RUNNING, State.EXPIRING)) {
      return;
    }
    try {
      as.expired(this, now);
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

  /** Whether the worker is given up, not having returned for so long since its time was up. */
  boolean abandonAt(long now, long graceNanos) {
    return state.get() == State.EXPIRED
        && now - expired >= graceNanos
        && state.compareAndSet(State.EXPIRED, State.ABANDONED);
  }
}
