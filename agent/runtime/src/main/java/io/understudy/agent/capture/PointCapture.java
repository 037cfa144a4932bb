package io.understudy.agent.capture;

import io.understudy.agent.budget.PointAdmission;
import io.understudy.agent.budget.Quota;
import io.understudy.agent.call.Call;
import io.understudy.agent.call.CallOrder;
import io.understudy.agent.call.CallPoint;
import io.understudy.agent.call.CallSink;
import io.understudy.agent.call.CallTurn;
import io.understudy.agent.call.Completions;
import io.understudy.agent.call.LedgerPage;
import io.understudy.agent.call.Receiver;
import io.understudy.bridge.Token;
import io.understudy.compare.Outcome;
import io.understudy.journal.Fate;
import io.understudy.value.ThreadDeaths;
import io.understudy.value.Uncapturable;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Captures the calls of one call point, on the application's threads. Every call that {@link #take}
 * has counted ends in one fate, or becomes a {@link Call} that will. A call whose control never
 * returns stays in flight. Thread-safe and lock-free.
 *
 * <p>Each method that must end a call counts it as unsettled if the stack is too short for more. It
 * does this in a handler of its own, by one store, since a call of a shared method would need
 * stack.
 *
 * <p>A {@code ThreadDeath} may strike between any two instructions. It is thrown again after the
 * call has ended. Where it is not known whether an end was counted, it is not counted again: a call
 * that is left without a fate is dropped when the session is closed.
 */
final class PointCapture {
  private final CallPoint point;
  private final CallTaking taking;

  /** Null if the budget limits nothing. */
  private final @Nullable PointAdmission admission;

  /** Null if calls are replayed in any order. */
  final @Nullable CallOrder order;

  private final Sampler repeatSampler;
  private final boolean argumentsStated;
  final boolean takesReceiver;
  private final ArgumentSnapshots snapshots;
  private final OutcomeFreezer outcomes;
  private final CallSink sink;
  private final CaptureFailures failures;
  private final CallCosts costs;
  private final long completionNanos;

  private final StageCapture stages;

  PointCapture(
      CallPoint point,
      ArgumentSnapshots snapshots,
      CallSink sink,
      PendingCalls pending,
      WallClock clock,
      Consumer<String> warnings) {
    this(point, null, snapshots, sink, pending, clock, warnings);
  }

  PointCapture(
      CallPoint point,
      @Nullable PointAdmission admission,
      ArgumentSnapshots snapshots,
      CallSink sink,
      PendingCalls pending,
      WallClock clock,
      Consumer<String> warnings) {
    this.point = point;
    this.admission = admission;
    this.order = point.order();
    this.costs = new CallCosts(admission);
    this.repeatSampler = new Sampler(point.config().noise());
    this.argumentsStated = point.config().argumentsStated();
    this.takesReceiver = point.config().copiesReceiver();
    this.snapshots = snapshots;
    this.outcomes = new OutcomeFreezer(point, snapshots.privateCopies());
    this.sink = sink;
    this.failures = new CaptureFailures(point, warnings);
    this.stages = new StageCapture(this, pending);
    this.taking = new CallTaking(this, point, admission, sink, stages, failures, clock);
    this.completionNanos = point.config().completion().toNanos();
  }

  /**
   * Counts the call and decides whether it is taken; nothing is copied yet. If this throws, the
   * call is not counted.
   */
  @Nullable Token take() {
    return taking.take();
  }

  /** Counts a call that {@link #take} could not count, and its end. */
  void uncounted(Throwable failure) {
    taking.uncounted(failure);
  }

  /** Decides whether the control is repeated later, and if so keeps its receiver. */
  void self(CallToken token, @Nullable Object self, Class<?> declaring) {
    if (repeatSampler.chooses()) {
      token.receiver = new Receiver(self, declaring);
    }
    CallOrder ordered = order;
    if (ordered != null && ordered.isByReceiver()) {
      try {
        token.turn = ordered.ofReceiver(self);
      } catch (Throwable failure) {
        captureFailed(token, failure);
      }
    }
  }

  /** Copies the arguments. */
  void capture(CallToken token, @Nullable Object[] arguments) {
    if (token.settled) {
      return;
    }
    CallOrder ordered = order;
    try {
      if (ordered != null && token.turn == null) {
        token.turn = ordered.ofArguments(arguments);
      }
      if (isShedAtALook(token, arguments)) {
        return;
      }
      token.meter.resume(token.takenNanos);
      token.copies = token.copy(arguments, snapshots);
      token.live =
          point.comparesArguments() && (argumentsStated || isCopied(arguments, token.copies))
              ? arguments
              : null;
      token.startedNanos = System.nanoTime();
      token.meter.pause(token.startedNanos);
    } catch (Throwable failure) {
      captureFailed(token, failure);
    }
  }

  /** Ends a call whose arguments or receiver could not be captured, unless it has ended. */
  private void captureFailed(CallToken token, Throwable failure) {
    token.copies = null;
    boolean isCounted = token.settled;
    token.settled = true;
    try {
      if (!isCounted) {
        uncaptured(token, failure);
      }
    } catch (VirtualMachineError | LinkageError uncounted) {
      token.page.unsettled++;
      if (order != null) {
        order.hasLost = true;
      }
    }
    costs.recordFailure(token);
    ThreadDeaths.rethrow(failure);
  }

  /** Decides by the arguments whether the budget sheds the call, and counts it then. */
  private boolean isShedAtALook(CallToken token, @Nullable Object[] arguments) {
    Quota quota = token.quota;
    PointAdmission admissions = admission;
    if (quota == null
        || admissions == null
        || !quota.looks()
        || admissions.admits(quota, arguments)) {
      return false;
    }
    // The duration of its control is measured all the same: it shows how the application fares.
    token.startedNanos = System.nanoTime();
    token.isLook = true;
    token.settled = true;
    try {
      notReplayed(token, Fate.SHED);
      token.page.shed(quota.reason());
    } catch (VirtualMachineError | LinkageError uncounted) {
      token.page.unsettled++;
      if (order != null) {
        order.hasLost = true;
      }
    }
    return true;
  }

  /** Whether the control could have changed an argument: one that was copied and not shared. */
  private static boolean isCopied(@Nullable Object[] live, @Nullable Object[] copies) {
    for (int i = 0; i < live.length; i++) {
      if (live[i] != copies[i]) {
        return true;
      }
    }
    return false;
  }

  /**
   * Hands the call over with the outcome of the control, or waits for the stage that the control
   * has returned.
   */
  void exit(CallToken token, @Nullable Object returned, @Nullable Throwable thrown) {
    if (token.settled) {
      // The duration of a control that returns a stage is that of the stage.
      if (token.isLook
          && !(returned instanceof CompletionStage
              && !Completions.isHere((CompletionStage<?>) returned))) {
        costs.recordControl(token);
      }
      return;
    }
    if (thrown != null || !(returned instanceof CompletionStage) || token.copies == null) {
      finish(token, returned, thrown, System.nanoTime());
      return;
    }
    CompletionStage<?> stage = (CompletionStage<?>) returned;
    if (Completions.isHere(stage)) {
      Completions.Live live = Completions.now(stage);
      finish(token, live.value(), live.thrown(), System.nanoTime());
    } else {
      stages.await(token, stage);
    }
  }

  /** Returns the longest time in nanoseconds that a stage may take. */
  long completionNanos() {
    return completionNanos;
  }

  /**
   * Freezes the outcome of the control and hands the call over.
   *
   * @param ended when the control returned, or its stage completed, {@code System.nanoTime()}
   */
  void finish(CallToken token, @Nullable Object returned, @Nullable Throwable thrown, long ended) {
    token.settled = true;
    Call call = null;
    CallTurn turn = token.turn;
    try {
      if (turn != null) {
        turn.finished();
      }
      call = call(token, returned, thrown, ended);
      if (turn != null) {
        turn.handedOver();
      }
      sink.accept(call);
    } catch (Throwable failure) {
      boolean isClaimed = call == null;
      try {
        // A call that was handed over may end elsewhere.
        isClaimed = call == null || call.claim();
        if (isClaimed) {
          uncaptured(token, failure);
        }
      } catch (VirtualMachineError | LinkageError uncounted) {
        if (isClaimed) {
          token.page.unsettled++;
          if (order != null) {
            order.hasLost = true;
          }
        }
      }
      costs.recordFailure(token, ended);
      ThreadDeaths.rethrow(failure);
      return;
    }
    costs.record(token, ended);
  }

  private Call call(
      CallToken token, @Nullable Object returned, @Nullable Throwable thrown, long ended)
      throws Uncapturable {
    @Nullable Object[] copies = token.copies;
    if (copies == null) {
      throw new Uncapturable(FailureReason.NO_STACK);
    }
    token.meter.resume(ended);
    Object control = outcomes.freeze(token, returned, thrown);
    Call call =
        new Call(
            point,
            token.page,
            token.calledAtMillis,
            copies,
            control instanceof Outcome ? (Outcome) control : Outcome.returned(null),
            ended - token.startedNanos,
            token.meter.bytes(),
            token.receiver);
    if (control instanceof LateOutcome) {
      call.completeBy((LateOutcome) control);
    }
    call.endedAt(ended);
    call.cameFrom(token.site);
    call.receiverCopy(token.selfCopy);
    call.completedBy(token.completion);
    call.takesTurn(token.turn);
    return call;
  }

  /** Counts an uncaptured call that was taken; as {@link #uncaptured(LedgerPage, Throwable)}. */
  void uncaptured(CallToken token, Throwable failure) {
    notReplayed(token, Fate.UNCAPTURED);
    uncaptured(token.page, failure);
  }

  /** Records for the order of calls that a call which was taken gets this fate. */
  void notReplayed(CallToken token, Fate fate) {
    CallOrder ordered = order;
    if (ordered != null) {
      ordered.notReplayed(token.turn, token.page, fate);
    }
  }

  /**
   * Counts an uncaptured call; throws only if it could not count it because the stack is used up,
   * or a {@code ThreadDeath}.
   */
  void uncaptured(LedgerPage page, Throwable failure) {
    page.ended(Fate.UNCAPTURED, FailureReason.of(failure));
    try {
      if (!(failure instanceof Uncapturable)) {
        report(failure);
      }
    } catch (StackOverflowError unreported) {
      // The end is counted, so this method must not throw.
    }
  }

  /** Ends a call that is not settled, and reports the exception. */
  void failed(CallToken token, Throwable failure) {
    if (token.settled) {
      report(failure);
      return;
    }
    token.settled = true;
    try {
      uncaptured(token, failure);
    } catch (VirtualMachineError | LinkageError uncounted) {
      token.page.unsettled++;
      if (order != null) {
        order.hasLost = true;
      }
    }
  }

  private void report(Throwable failure) {
    try {
      if (!ThreadDeaths.is(failure)) {
        failures.add(failure);
      }
    } catch (VirtualMachineError | LinkageError unreported) {
      // The call is counted; the next failure will be reported.
    }
  }
}
