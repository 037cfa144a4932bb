package io.understudy.agent.replay;

import io.understudy.agent.call.Call;
import io.understudy.journal.Fate;
import java.util.concurrent.atomic.AtomicInteger;
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
 *
 * A worker that finds at a stop point that it fills the heap takes the watchdog's part itself.
 */
final class Attempt {
  private static final String FAILED = "the agent failed at the time limit";

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

  /** What the worker runs. */
  enum Work {
    /** Code of the candidate: it is interrupted, and may be stopped. */
    CANDIDATE,
    /**
     * A comparison, which may call code of the candidate's answer. It is interrupted only after its
     * call was given up, since it may be counting the verdict.
     */
    COMPARISON,
    /** Reading what the control has returned: it is interrupted, and never stopped. */
    READING,
    /**
     * The control. It is never interrupted: an interrupt could close a channel that the application
     * still uses (ClosedByInterruptException).
     */
    CONTROL
  }

  /** The result of {@link #finish} for the worker. */
  enum End {
    IN_TIME,
    /** The time limit has passed; the worker can serve another call. */
    LATE,
    /** The time limit has passed, and another worker has replaced this one. */
    REPLACED
  }

  private static final long LONGEST_EXPIRY = 1_000_000_000L;

  final Call call;
  final @Nullable Object[] arguments;
  final Breaker.Admission admission;
  final long limitNanos;
  private final ExpiryHandler expiry;
  final Work work;
  private final long started = System.nanoTime();
  private final AtomicReference<State> state = new AtomicReference<>(State.RUNNING);
  private final AtomicInteger stoppers = new AtomicInteger();
  private volatile long expired;

  /** The thread's CPU time at the expiry, -1 if it is unknown. */
  volatile long cpuAtExpiry = -1;

  /** What the thread had allocated before, in bytes; -1 if it is unknown. Set before the start. */
  long allocatedBefore = -1;

  /** What this attempt has allocated, in bytes, when it was last looked at. */
  volatile long allocated;

  /** For the worker alone: the number of its last look at the memory; 0 before. */
  int look;

  /** For the worker alone: the stop points until its next look. */
  int stride;

  /** For the worker alone: the size of the arrays that were looked at before they were made. */
  long foreseen;

  /** For the watchdog alone: whether the thread was seen waiting since its interrupt. */
  boolean hasWaited;

  /** For the watchdog alone: whether the thread did not return after its interrupt. */
  boolean isStubborn;

  /** For the watchdog alone: whether the thread has used CPU time since its interrupt. */
  boolean hasSpun;

  /** Whether the call was ended since it allocates too much. */
  volatile boolean isGreedy;

  /** Decides the fate of a call whose time limit has passed. */
  interface ExpiryHandler {
    /** Called before the worker is interrupted, on the watchdog's thread or on the worker's own. */
    void expired(Attempt attempt, long now);

    /** Called when the worker is abandoned because it did not return within the grace period. */
    default void workerAbandoned() {}
  }

  private Attempt(
      Call call,
      @Nullable Object[] arguments,
      Breaker.Admission admission,
      long limitNanos,
      ExpiryHandler expiry,
      Work work) {
    this.call = call;
    this.arguments = arguments;
    this.admission = admission;
    this.limitNanos = limitNanos;
    this.expiry = expiry;
    this.work = work;
  }

  /** Starts the clock of code that is interrupted at the time limit. */
  Attempt(
      Call call,
      @Nullable Object[] arguments,
      Breaker.Admission admission,
      long limitNanos,
      ExpiryHandler expiry) {
    this(call, arguments, admission, limitNanos, expiry, Work.CANDIDATE);
  }

  /** Starts the clock of other code than the candidate's. */
  static Attempt of(
      Work work,
      Call call,
      @Nullable Object[] arguments,
      Breaker.Admission admission,
      long limitNanos,
      ExpiryHandler expiry) {
    return new Attempt(call, arguments, admission, limitNanos, expiry, work);
  }

  boolean isRunning() {
    return state.get() == State.RUNNING;
  }

  /**
   * Whether the worker may be interrupted. It may not while it compares, since it may be writing
   * the outcome.
   */
  boolean isInterruptible() {
    return work == Work.CANDIDATE || work == Work.READING;
  }

  /**
   * Whether the thread may be stopped after the expiry: it runs code of the candidate, and does not
   * write an outcome.
   */
  boolean isStoppable() {
    return work == Work.CANDIDATE || (work == Work.COMPARISON && call.isConcluded());
  }

  /** Ends the attempt for the worker, and clears the thread's interrupt flag. */
  End finish() {
    End end = End.IN_TIME;
    if (!state.compareAndSet(State.RUNNING, State.FINISHED)) {
      // Race: the watchdog has won, and its interrupt must not arrive during the next call.
      long start = System.nanoTime();
      while (state.get() == State.EXPIRING) {
        Thread.yield();
        // An error may have struck the watchdog in between.
        if (System.nanoTime() - start > LONGEST_EXPIRY) {
          state.compareAndSet(State.EXPIRING, State.EXPIRED);
        }
      }
      end = state.compareAndSet(State.EXPIRED, State.RETURNED) ? End.LATE : End.REPLACED;
      awaitStoppers();
    }
    // The candidate or the watchdog may have set the flag.
    Thread.interrupted();
    return end;
  }

  /**
   * Stops the worker's thread if the attempt has expired and not returned. Then {@link #finish}
   * waits for the end of the task, which so cannot hit the worker's next call.
   */
  void stopIfExpired(Runnable task) {
    stoppers.incrementAndGet();
    try {
      if (isExpired() && isStoppable()) {
        task.run();
      }
    } finally {
      stoppers.decrementAndGet();
    }
  }

  private void awaitStoppers() {
    long start = System.nanoTime();
    // Limited, since an error may have struck the other thread.
    while (stoppers.get() > 0 && System.nanoTime() - start < LONGEST_EXPIRY) {
      Thread.yield();
    }
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
    } catch (Throwable failure) {
      endCall();
      throw failure;
    } finally {
      expired = now;
      if (isInterruptible() || isStoppable()) {
        worker.interrupt();
      }
      state.set(State.EXPIRED);
    }
  }

  /** Ends the call after an error, since no later round of the watchdog does. */
  private void endCall() {
    if (work == Work.COMPARISON) {
      call.giveUp(Fate.UNANSWERED, FAILED);
    } else {
      call.end(Fate.UNANSWERED, FAILED);
    }
  }

  /** See {@link ExpiryHandler#workerAbandoned}. */
  void workerAbandoned() {
    expiry.workerAbandoned();
  }

  /** Whether the attempt expired at least {@code graceNanos} ago, and has not ended. */
  boolean isOverdueAt(long now, long graceNanos) {
    return state.get() == State.EXPIRED && now - expired >= graceNanos;
  }

  /** Describes what the worker runs, for people. */
  String describeWork() {
    switch (work) {
      case CANDIDATE:
        return "the candidate";
      case COMPARISON:
        return "the comparison of an answer";
      case READING:
        return "reading the outcome of the control";
      default:
        return "the repeated control";
    }
  }

  /** Whether the attempt is expired and has not ended. */
  boolean isExpired() {
    return state.get() == State.EXPIRED;
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
