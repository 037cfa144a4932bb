package io.understudy.agent.capture;

import io.understudy.agent.budget.PointAdmission;
import io.understudy.agent.budget.Quota;
import io.understudy.agent.call.CallOrder;
import io.understudy.agent.call.CallPoint;
import io.understudy.agent.call.CallSink;
import io.understudy.agent.call.LedgerPage;
import io.understudy.agent.call.ShedReason;
import io.understudy.bridge.Token;
import io.understudy.journal.Fate;
import io.understudy.value.Bounds;
import io.understudy.value.Meter;
import io.understudy.value.ThreadDeaths;
import org.jspecify.annotations.Nullable;

/**
 * Counts each call of one call point at its entry, and decides whether it is taken. The errors that
 * {@link PointCapture} describes may strike at any instruction. Thread-safe and lock-free.
 */
final class CallTaking {
  private final PointCapture capture;
  private final CallPoint point;
  private final Sampler callSampler;

  /** Null if the budget limits nothing. */
  private final @Nullable PointAdmission admission;

  /** Null if calls are replayed in any order. */
  private final @Nullable CallOrder order;

  private final Bounds bounds;
  private final CallSink sink;
  private final StageCapture stages;
  private final CaptureFailures failures;
  private final WallClock clock;

  CallTaking(
      PointCapture capture,
      CallPoint point,
      @Nullable PointAdmission admission,
      CallSink sink,
      StageCapture stages,
      CaptureFailures failures,
      WallClock clock) {
    this.capture = capture;
    this.point = point;
    this.callSampler = new Sampler(point.config().sample());
    this.admission = admission;
    this.order = point.order();
    this.bounds = point.config().bounds();
    this.sink = sink;
    this.stages = stages;
    this.failures = failures;
    this.clock = clock;
    if (order != null) {
      RefusedCall.load();
    }
  }

  /**
   * Counts the call and decides whether it is taken; nothing is copied yet. If this throws, the
   * call is not counted.
   */
  @Nullable Token take() {
    PointAdmission admissions = admission;
    return admissions == null ? take(null) : takeWithin(admissions);
  }

  /** Does the same within the budget. A call that it refuses costs a random number and counters. */
  private @Nullable Token takeWithin(PointAdmission admissions) {
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
    return order == null
        ? null
        : refused(order, page, reason == null ? Fate.SAMPLED_OUT : Fate.SHED);
  }

  private @Nullable Token take(@Nullable Quota quota) {
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
          capture.uncaptured(page, failed);
        }
      } catch (VirtualMachineError | LinkageError uncounted) {
        page.unsettled++;
      }
      return order == null ? null : refused(order, page, failed == null ? fate : Fate.UNCAPTURED);
    }
    return token;
  }

  /** Returns what reads the key of a call that is counted and not taken. */
  private static @Nullable Token refused(CallOrder order, LedgerPage page, Fate fate) {
    try {
      return new RefusedCall(order, page, fate);
    } catch (VirtualMachineError | LinkageError unknown) {
      order.hasLost = true;
      return null;
    }
  }

  /** Counts a call that {@link #take} could not count, and its end. */
  void uncounted(Throwable failure) {
    LedgerPage page = point.ledger().page();
    page.intercepted();
    if (order != null) {
      order.hasLost = true;
    }
    try {
      capture.uncaptured(page, failure);
    } catch (VirtualMachineError | LinkageError uncounted) {
      page.unsettled++;
    }
  }

  private @Nullable String shedding() {
    return failures.isOff() ? CaptureFailures.OFF : point.shedding();
  }

  private @Nullable String refusal() {
    String refusal = sink.refusal();
    if (refusal == null && order != null) {
      refusal = order.refusal();
    }
    return refusal == null ? stages.refusal() : refusal;
  }

  /** Returns the token of a call that is taken: it counts on the page of its own clock reading. */
  private CallToken token() {
    long now = System.nanoTime();
    long millis = clock.millis(now);
    return new CallToken(capture, point.ledger().page(millis), new Meter(bounds), now, millis);
  }
}
