package io.understudy.agent.replay;

import io.understudy.agent.call.Call;
import io.understudy.agent.call.Completions;
import io.understudy.agent.call.PendingEntries;
import io.understudy.agent.call.StageWatch;
import io.understudy.agent.replay.target.UnansweredException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A stage that a candidate, or a control that was asked again, has returned and not yet completed.
 * No thread waits for it. The stage and the watchdog race for its end, and one of them wins:
 *
 * <pre>
 * WAITING --stage--> COMPLETED --worker--> taken up
 * WAITING --watchdog--> OVER
 * </pre>
 */
final class PendingStage implements PendingEntries.Entry, StageWatch.Listener {
  private enum State {
    WAITING,
    COMPLETED,
    OVER
  }

  /** What becomes of the call. */
  interface Continuation {
    /** The stage has completed in time; on a worker. */
    void completed(CallProcessor by, Completions.Live with, long nanos)
        throws UnansweredException, OverdueException;

    /** It has not; on the watchdog's thread. */
    void expired(long limitNanos, long now);

    /** The agent stops, or the stage cannot be watched; on any thread. */
    void dropped();
  }

  final Call call;
  private final PendingStages pending;
  private final long limitNanos;
  private final Continuation continuation;
  private final long askedNanos;
  private final long started = System.nanoTime();
  private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);
  private volatile StageWatch.@Nullable Watch watch;

  /** Written before the state is COMPLETED, read after. */
  private Completions.@Nullable Live live;

  private long nanos;

  /**
   * Starts the clock: from now on the stage may take as long as the call point says.
   *
   * @param askedNanos when the method was asked, {@code System.nanoTime()}
   */
  PendingStage(Call call, PendingStages pending, long askedNanos, Continuation continuation) {
    this.call = call;
    this.pending = pending;
    this.askedNanos = askedNanos;
    this.limitNanos = call.point().config().completion().toNanos();
    this.continuation = continuation;
  }

  /** Watches the stage, which runs its own code. */
  void watch(StageWatch watcher, CompletionStage<?> stage) {
    StageWatch.Watch watching = watcher.watch(stage, this);
    watch = watching;
    // Race: its time may be up already, and then nobody else lets go of it.
    if (state.get() == State.OVER) {
      watching.forget();
    }
  }

  @Override
  public void completed(Completions.Live with) {
    live = with;
    nanos = System.nanoTime() - askedNanos;
    if (state.compareAndSet(State.WAITING, State.COMPLETED)) {
      pending.completed(this);
    } else {
      // Too late: nobody reads it, so nothing is held.
      live = null;
    }
  }

  /** Goes on with what the stage completed with; for the worker that took it up. */
  void resume(CallProcessor by) throws UnansweredException, OverdueException {
    Completions.Live with = live;
    if (with != null) {
      continuation.completed(by, with, nanos);
    }
  }

  /** Ends it if its time is up; for the watchdog. */
  void expireAt(long now) {
    if (now - started >= limitNanos && tryEnd()) {
      continuation.expired(limitNanos, now);
    }
  }

  /** Ends it now, unless it has ended or is about to be taken up. */
  void drop() {
    if (tryEnd()) {
      continuation.dropped();
    }
  }

  /** Ends what has completed and will not be taken up. */
  void abandon() {
    continuation.dropped();
  }

  /** Takes it out of the race; returns whether it still was in it. */
  boolean tryEnd() {
    if (!state.compareAndSet(State.WAITING, State.OVER)) {
      return false;
    }
    StageWatch.Watch watching = watch;
    if (watching != null) {
      watching.forget();
    }
    pending.release(this);
    return true;
  }

  @Override
  public boolean isOver() {
    return state.get() != State.WAITING;
  }

  @Override
  public long bytes() {
    return call.bytes();
  }
}
