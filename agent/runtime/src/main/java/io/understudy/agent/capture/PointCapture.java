package io.understudy.agent.capture;

import io.understudy.agent.budget.PointAdmission;
import io.understudy.agent.budget.Quota;
import io.understudy.agent.call.Call;
import io.understudy.agent.call.CallPoint;
import io.understudy.agent.call.CallSink;
import io.understudy.agent.call.Completions;
import io.understudy.agent.call.LedgerPage;
import io.understudy.agent.call.Receiver;
import io.understudy.agent.call.ShedReason;
import io.understudy.compare.Outcome;
import io.understudy.journal.Fate;
import io.understudy.value.Bounds;
import io.understudy.value.Meter;
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
  private final Sampler callSampler;

  /** Null if the budget limits nothing. */
  private final @Nullable PointAdmission admission;

  private final Sampler repeatSampler;
  private final Bounds bounds;
  private final boolean argumentsStated;
  final boolean takesReceiver;
  private final ArgumentSnapshots snapshots;
  private final OutcomeFreezer outcomes;
  private final CallSink sink;
  private final CaptureFailures failures;
  private final WallClock clock;
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
    this.costs = new CallCosts(admission);
    this.clock = clock;
    this.callSampler = new Sampler(point.config().sample());
    this.repeatSampler = new Sampler(point.config().noise());
    this.bounds = point.config().bounds();
    this.argumentsStated = point.config().argumentsStated();
    this.takesReceiver = point.config().mapping().needsReceiver();
    this.snapshots = snapshots;
    this.outcomes = new OutcomeFreezer(point, snapshots.privateCopies());
    this.sink = sink;
    this.failures = new CaptureFailures(point, warnings);
    this.stages = new StageCapture(this, pending);
    this.completionNanos = point.config().completion().toNanos();
  }

  /**
   * Counts the call and decides whether it is taken; nothing is copied yet. If this throws, the
   * call is not counted.
   */
  @Nullable CallToken take() {
    PointAdmission admissions = admission;
    return admissions == null ? take(null) : takeWithin(admissions);
  }

  /** Does the same within the budget. A call that it refuses costs a random number and counters. */
  private @Nullable CallToken takeWithin(PointAdmission admissions) {
    Quota quota = admissions.quota();
    Quota.Decision decision = quota.decide();
    boolean isShed = decision == Quota.Decision.SHED;
    // A call of a point that takes none is counted under the point's own reason.
    if (decision == Quota.Decision.TAKE || (isShed && point.shedding() != null)) {
      return take(quota);
    }
    ShedReason reason = isShed ? quota.reason() : null;
    LedgerPage page = point.ledger().page();
    page.intercepted();
    try {
      if (reason == null) {
        page.ended(Fate.SAMPLED_OUT, null);
      } else {
        page.shed(reason);
      }
    } catch (VirtualMachineError | LinkageError uncounted) {
      page.unsettled++;
    }
    return null;
  }

  private @Nullable CallToken take(@Nullable Quota quota) {
    LedgerPage page = point.ledger().page();
    CallToken token = null;
    Fate fate = Fate.SAMPLED_OUT;
    String reason = null;
    ShedReason shed = null;
    Throwable failed = null;
    try {
      if (quota != null || callSampler.chooses()) {
        reason = shedding();
        fate = Fate.SHED;
        if (reason != null) {
          shed = ShedReason.ofRest(reason);
        } else {
          reason = refusal();
          fate = Fate.DROPPED;
        }
        if (reason == null) {
          shed = quota == null || quota.looks() || quota.reserve() ? null : quota.reason();
          if (shed == null) {
            token = token();
            token.quota = quota;
            page = token.page;
          }
        }
      }
    } catch (Throwable failure) {
      ThreadDeaths.rethrow(failure);
      failed = failure;
    }
    page.intercepted();
    if (token == null) {
      try {
        if (shed != null) {
          page.shed(shed);
        } else if (failed == null) {
          page.ended(fate, reason);
        } else {
          uncaptured(page, failed);
        }
      } catch (VirtualMachineError | LinkageError uncounted) {
        page.unsettled++;
      }
    }
    return token;
  }

  /** Counts a call that {@link #take} could not count, and its end. */
  void uncounted(Throwable failure) {
    LedgerPage page = point.ledger().page();
    page.intercepted();
    try {
      uncaptured(page, failure);
    } catch (VirtualMachineError | LinkageError uncounted) {
      page.unsettled++;
    }
  }

  private @Nullable String shedding() {
    return failures.isOff() ? CaptureFailures.OFF : point.shedding();
  }

  private @Nullable String refusal() {
    String refusal = sink.refusal();
    return refusal == null ? stages.refusal() : refusal;
  }

  /** Returns the token of a call that is taken: it counts on the page of its own clock reading. */
  private CallToken token() {
    long now = System.nanoTime();
    long millis = clock.millis(now);
    return new CallToken(this, point.ledger().page(millis), new Meter(bounds), now, millis);
  }

  /** Decides whether the control is repeated later, and if so keeps its receiver. */
  void self(CallToken token, @Nullable Object self, Class<?> declaring) {
    if (repeatSampler.chooses()) {
      token.receiver = new Receiver(self, declaring);
    }
  }

  /** Copies the arguments. */
  void capture(CallToken token, @Nullable Object[] arguments) {
    if (token.settled) {
      return;
    }
    try {
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
      token.copies = null;
      boolean isCounted = token.settled;
      token.settled = true;
      try {
        if (!isCounted) {
          uncaptured(token.page, failure);
        }
      } catch (VirtualMachineError | LinkageError uncounted) {
        token.page.unsettled++;
      }
      costs.recordFailure(token);
      ThreadDeaths.rethrow(failure);
    }
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
      token.page.shed(quota.reason());
    } catch (VirtualMachineError | LinkageError uncounted) {
      token.page.unsettled++;
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
    try {
      call = call(token, returned, thrown, ended);
      sink.accept(call);
    } catch (Throwable failure) {
      boolean isClaimed = call == null;
      try {
        // A call that was handed over may end elsewhere.
        isClaimed = call == null || call.claim();
        if (isClaimed) {
          uncaptured(token.page, failure);
        }
      } catch (VirtualMachineError | LinkageError uncounted) {
        if (isClaimed) {
          token.page.unsettled++;
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
    return call;
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
      uncaptured(token.page, failure);
    } catch (VirtualMachineError | LinkageError uncounted) {
      token.page.unsettled++;
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
