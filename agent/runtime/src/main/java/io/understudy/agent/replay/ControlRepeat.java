package io.understudy.agent.replay;

import io.understudy.agent.call.Call;
import io.understudy.agent.call.Receiver;
import io.understudy.agent.replay.target.ControlMethod;
import io.understudy.agent.replay.target.UnansweredException;
import io.understudy.compare.Outcome;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * A second run of a call's control, after the candidate's verdict is settled. It measures how often
 * the control disagrees with itself. The ledger does not count it as a call.
 *
 * <p>The ledger page of the call stays open until {@link #end}; only the first end counts. The
 * thread is never interrupted: an interrupt inside the control could close a channel that the
 * application still uses (ClosedByInterruptException). Thread-safe.
 */
final class ControlRepeat implements Attempt.ExpiryHandler {
  final Call call;
  private final Receiver receiver;
  private final @Nullable Object[] arguments;
  private final ControlMethod method;
  private final RepeatPolicy.PointRepeats point;
  private final AtomicBoolean open = new AtomicBoolean();

  ControlRepeat(
      Call call,
      Receiver receiver,
      @Nullable Object[] arguments,
      ControlMethod method,
      RepeatPolicy.PointRepeats point) {
    this.call = call;
    this.receiver = receiver;
    this.arguments = arguments;
    this.method = method;
    this.point = point;
  }

  /** Keeps the call's ledger page from being retired. To be called before the call ends. */
  void open() {
    call.page().repeatOpened();
    open.set(true);
  }

  /** Whether the repeat was opened and has not ended. */
  boolean isOpen() {
    return open.get();
  }

  /** Runs the control; without a time limit of its own. */
  Outcome run() throws UnansweredException {
    return method.answer(receiver, arguments);
  }

  /** The outcome of the second run, with the arguments as they are now if the call keeps them. */
  Outcome withArguments(Outcome outcome) {
    return FinalArguments.with(arguments, outcome, call);
  }

  /**
   * Ends the repeat; later calls have no effect.
   *
   * @param reason why the control was not compared with itself; null if it was
   */
  void end(@Nullable String reason) {
    if (open.compareAndSet(true, false)) {
      call.page().repeatEnded(reason);
      if (reason == null) {
        point.answered();
      }
    }
  }

  /**
   * Lets another call of the point be repeated; for the worker when it returns, whatever the end.
   */
  void release() {
    end("the agent stopped it");
    point.release();
  }

  /**
   * Ends the repeat when the control or the comparison takes too long; on the watchdog's thread.
   */
  @Override
  public void expired(Attempt attempt, long now) {
    expire(attempt.limitNanos);
  }

  /** Ends the repeat at its time limit; on the watchdog's thread. */
  void expire(long limitNanos) {
    end("it took more than " + limitNanos / 1_000_000 + " ms");
    point.expired();
  }

  @Override
  public void workerAbandoned() {
    point.switchOff();
  }
}
