package io.understudy.agent.capture;

import io.understudy.agent.budget.Quota;
import io.understudy.agent.call.CallTurn;
import io.understudy.agent.call.CopyCompletion;
import io.understudy.agent.call.LedgerPage;
import io.understudy.agent.call.Receiver;
import io.understudy.agent.call.Site;
import io.understudy.bridge.Token;
import io.understudy.value.Meter;
import io.understudy.value.Uncapturable;
import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A call that was taken, from its entry to its exit. The frame of the woven method holds it.
 * Confined to the calling thread.
 */
final class CallToken implements Token, Consumer<CopyCompletion> {
  private final PointCapture point;
  final LedgerPage page;
  final Meter meter;

  /** Null until the arguments are copied. */
  @Nullable Object @Nullable [] copies;

  /** The last steps of the copies, which the pool runs; null if there are none. */
  @Nullable CopyCompletion completion;

  /** The live arguments; null if they are not compared after the call. */
  @Nullable Object @Nullable [] live;

  /** The woven method that was entered; null if unknown. */
  @Nullable Site site;

  /** The receiver of the control; null if the control will not be repeated. */
  @Nullable Receiver receiver;

  /** The live receiver until it is copied; null if the candidate does not take it. */
  @Nullable Object self;

  /** The copy of the receiver; null if the candidate does not take it. */
  @Nullable Object selfCopy;

  /** When the call was taken, by {@code System.nanoTime()}. */
  final long takenNanos;

  /** The same time, milliseconds since the epoch; it is in the minute of the page. */
  final long calledAtMillis;

  /** When the control was entered, by {@code System.nanoTime()}. */
  long startedNanos;

  /** The quota that has let the call pass; null if the budget limits nothing. */
  @Nullable Quota quota;

  /** Its place among the calls with the same key; null if there is no order, or no key yet. */
  @Nullable CallTurn turn;

  /** Whether the call was shed after a look at its arguments; only its duration is measured. */
  boolean isLook;

  /** Whether the call has ended, or was handed over. */
  boolean settled;

  CallToken(
      PointCapture point, LedgerPage page, Meter meter, long takenNanos, long calledAtMillis) {
    this.point = point;
    this.page = page;
    this.meter = meter;
    this.takenNanos = takenNanos;
    this.calledAtMillis = calledAtMillis;
  }

  /** Receives the last steps of the copies. */
  @Override
  public void accept(CopyCompletion lastSteps) {
    completion = lastSteps;
  }

  @Override
  public void self(@Nullable Object self, Class<?> declaring) {
    point.self(this, self, declaring);
    this.self = point.takesReceiver ? self : null;
  }

  /** Copies arguments, with the receiver if the candidate takes it: they may share objects. */
  @Nullable Object[] copy(@Nullable Object[] arguments, ArgumentSnapshots snapshots)
      throws Uncapturable {
    if (self == null) {
      return snapshots.copy(arguments, meter, this);
    }
    @Nullable Object[] all = Arrays.copyOf(arguments, arguments.length + 1);
    all[arguments.length] = self;
    self = null;
    @Nullable Object[] copied = snapshots.copy(all, meter, this);
    selfCopy = copied[arguments.length];
    return Arrays.copyOf(copied, arguments.length);
  }

  @Override
  public void capture(@Nullable Object[] arguments) {
    point.capture(this, arguments);
  }

  @Override
  public void exit(@Nullable Object returned, @Nullable Throwable thrown) {
    point.exit(this, returned, thrown);
  }

  @Override
  public void failed(Throwable failure) {
    point.failed(this, failure);
  }
}
