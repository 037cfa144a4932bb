package io.understudy.agent.replay;

import io.understudy.agent.call.Call;
import io.understudy.agent.call.Receiver;
import io.understudy.agent.replay.target.ControlMethod;
import io.understudy.agent.replay.target.UnansweredException;
import io.understudy.compare.Outcome;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * One call whose control is asked a second time, once the candidate's verdict is settled, to learn
 * how often the control disagrees with itself. It is no call of its own: the books do not know it.
 *
 * <p>The page of its call is kept until {@link #end}, of which the first one counts. Its thread is
 * never interrupted: an interrupt inside of the control could close a channel that the application
 * goes on using (ClosedByInterruptException).
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

  /** Keeps the call's page from being let go; before the call ends. */
  void open() {
    call.page().repeatOpened();
    open.set(true);
  }

  /** Whether it was opened and has not ended. */
  boolean isOpen() {
    return open.get();
  }

  /** Asks the control, however long it takes. */
  Outcome ask() throws UnansweredException {
    return method.answer(receiver, arguments);
  }

  /** What the control did this time, with its arguments as they stand now, where those are kept. */
  Outcome withArguments(Outcome outcome) {
    return FinalArguments.with(arguments, outcome, call);
  }

  /**
   * Ends it, once; the reason tells why the control was not compared with itself, null if it was.
   */
  void end(@Nullable String reason) {
    if (open.compareAndSet(true, false)) {
      call.page().repeatEnded(reason);
      if (reason == null) {
        point.answered();
      }
    }
  }

  /** The worker is back, with whatever end; another call may be repeated. */
  void release() {
    end("the agent stopped it");
    point.release();
  }

  /** The control, or comparing, takes too long; on the watchdog's thread. */
  @Override
  public void expired(Attempt attempt, long now) {
    expire(attempt.limitNanos);
  }

  /** Its time is up; on the watchdog's thread. */
  void expire(long limitNanos) {
    end("it took more than " + limitNanos / 1_000_000 + " ms");
    point.expired();
  }

  @Override
  public boolean workerAbandoned() {
    point.switchOff();
    return true;
  }
}
