package io.understudy.agent.replay;

import io.understudy.agent.call.Call;
import io.understudy.agent.call.Completions;
import io.understudy.agent.call.PendingEntries;
import io.understudy.agent.call.StageWatch;
import io.understudy.agent.replay.target.RemoteAnswer;
import io.understudy.agent.replay.target.UnansweredException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * An incomplete stage that a candidate or a repeated control has returned, or a call of a candidate
 * in another JVM. No thread waits for it. The stage, or the answer, and the watchdog race to end
 * the wait, and exactly one of them wins:
 *
 * <pre>
 * WAITING --stage--> COMPLETED --worker--> TAKEN
 * WAITING --watchdog--> OVER
 * </pre>
 */
final class PendingStage
    implements PendingEntries.Entry, StageWatch.Listener, RemoteAnswer.Listener {
  private enum State {
    WAITING,
    COMPLETED,
    TAKEN,
    OVER
  }

  /** Continues the call at the end of the wait. */
  interface Continuation {
    /** Called on a worker when the stage has completed in time. */
    void completed(CallProcessor processor, Completions.Live completion, long nanos)
        throws UnansweredException, OverdueException;

    /** Called on a worker when the answer of another JVM has arrived in time. */
    default void arrived(CallProcessor processor, RemoteAnswer.Arrived answer)
        throws UnansweredException, OverdueException {
      throw new IllegalStateException("no call of another JVM");
    }

    /**
     * Whether the wait may end at its time limit; asked on the watchdog's thread.
     *
     * @param overdueNanos the time since the limit
     */
    default boolean mayExpire(long overdueNanos) {
      return true;
    }

    /** Called on the watchdog's thread when the stage has not completed in time. */
    void expired(long limitNanos, long now);

    /** Called on any thread when the agent stops, or when the stage cannot be watched. */
    void dropped();
  }

  /** An answer that arrives so long after the limit is late; the watchdog looks less often. */
  private static final long LATE = 100_000_000L;

  final Call call;
  private final PendingStages pending;
  private final long limitNanos;
  private final Continuation continuation;
  private final long callStartNanos;
  private volatile long started = System.nanoTime();
  private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);
  private volatile StageWatch.@Nullable Watch watch;

  /** Written before the state becomes COMPLETED, read after. */
  private Completions.@Nullable Live live;

  /** The same for the answer of another JVM. */
  private RemoteAnswer.@Nullable Arrived answer;

  private long answerBytes;

  private long nanos;

  /** Whether the completed stage was passed on to the workers. */
  private volatile boolean isQueued;

  /**
   * Starts the clock of the call point's {@code completion} limit.
   *
   * @param callStartNanos when the method was called, {@code System.nanoTime()}
   */
  PendingStage(Call call, PendingStages pending, long callStartNanos, Continuation continuation) {
    this(call, pending, callStartNanos, continuation, call.point().config().completion().toNanos());
  }

  private PendingStage(
      Call call,
      PendingStages pending,
      long callStartNanos,
      Continuation continuation,
      long limitNanos) {
    this.call = call;
    this.pending = pending;
    this.callStartNanos = callStartNanos;
    this.limitNanos = limitNanos;
    this.continuation = continuation;
  }

  /** Starts the clock of the call point's {@code timeout}, for a candidate in another JVM. */
  static PendingStage remote(Call call, PendingStages pending, Continuation continuation) {
    return new PendingStage(
        call, pending, System.nanoTime(), continuation, call.point().config().timeout().toNanos());
  }

  @Override
  public void begun() {
    started = System.nanoTime();
  }

  /** Passes on what another JVM has answered; on the thread that reads the connection. */
  @Override
  public void arrived(RemoteAnswer.Arrived from, long bytes) {
    if (System.nanoTime() - started > limitNanos + LATE) {
      // The wait has been prolonged to see whether the other JVM lives. It does.
      return;
    }
    boolean hasRoom = pending.reserveAnswer(bytes);
    answerBytes = hasRoom ? bytes : 0;
    answer = hasRoom ? from : PendingStage::noRoom;
    complete();
  }

  private static RemoteAnswer noRoom() throws UnansweredException {
    throw new UnansweredException(
        "the answers of other JVMs that wait to be compared exceed 4 times replay.queue.bytes");
  }

  private void releaseAnswer() {
    pending.releaseAnswer(answerBytes);
    answerBytes = 0;
    answer = null;
  }

  /** Registers with the stage. This may run code of the application. */
  void watch(StageWatch watcher, CompletionStage<?> stage) {
    StageWatch.Watch registered = watcher.watch(stage, this);
    watch = registered;
    // Race: the wait may be over already, before the watch was stored; release it here.
    if (state.get() == State.OVER) {
      registered.forget();
    }
  }

  @Override
  public void completed(Completions.Live completion) {
    live = completion;
    complete();
  }

  private void complete() {
    nanos = System.nanoTime() - callStartNanos;
    if (state.compareAndSet(State.WAITING, State.COMPLETED)) {
      pending.completed(this);
      isQueued = true;
    } else {
      // Too late: the result is never read, so release it.
      live = null;
      releaseAnswer();
    }
  }

  /** Continues the call with the result of the stage; for the worker that polled it. */
  void resume(CallProcessor processor) throws UnansweredException, OverdueException {
    Completions.Live completion = live;
    if (completion != null) {
      continuation.completed(processor, completion, nanos);
    }
    RemoteAnswer.Arrived arrived = answer;
    releaseAnswer();
    if (arrived != null) {
      continuation.arrived(processor, arrived);
    }
  }

  /**
   * Passes on a stage whose completing thread could not do that, since its stack was used up or it
   * was stopped. It may be passed on twice, but only one worker takes it.
   */
  private void queueIfMissed() {
    if (state.get() == State.COMPLETED && !isQueued) {
      pending.completed(this);
      isQueued = true;
    }
  }

  /** Whether the worker that polled the completed stage is the first one. */
  boolean take() {
    return state.compareAndSet(State.COMPLETED, State.TAKEN);
  }

  /** Ends the wait if its time limit has passed. For the watchdog. */
  void expireAt(long now) {
    queueIfMissed();
    long overdue = now - started - limitNanos;
    if (overdue >= 0 && continuation.mayExpire(overdue) && tryEnd()) {
      continuation.expired(limitNanos, now);
    }
  }

  /** Ends the wait now, unless it has ended. */
  void drop() {
    queueIfMissed();
    if (tryEnd()) {
      continuation.dropped();
    }
  }

  /** Drops the call of a stage that has completed but will not be resumed. */
  void abandon() {
    releaseAnswer();
    continuation.dropped();
  }

  /** Ends the wait and cancels the watch; returns false if it had ended already. */
  boolean tryEnd() {
    if (!state.compareAndSet(State.WAITING, State.OVER)) {
      return false;
    }
    StageWatch.Watch registered = watch;
    if (registered != null) {
      registered.forget();
    }
    pending.release(this);
    return true;
  }

  @Override
  public boolean isOver() {
    State now = state.get();
    return now != State.WAITING && (now != State.COMPLETED || isQueued);
  }

  @Override
  public long bytes() {
    return call.bytes();
  }
}
