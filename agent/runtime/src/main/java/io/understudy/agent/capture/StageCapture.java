package io.understudy.agent.capture;

import io.understudy.agent.call.Completions;
import io.understudy.journal.Fate;
import io.understudy.value.ThreadDeaths;
import io.understudy.value.Uncapturable;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Registers the calls of one call point with the stages that their controls have returned. The
 * errors that {@link PointCapture} describes may strike at any instruction. Thread-safe.
 */
final class StageCapture {
  private final PointCapture point;
  private final PendingCalls pending;

  /** Whether a control has ever returned a stage that was not complete. */
  private volatile boolean hasStages;

  StageCapture(PointCapture point, PendingCalls pending) {
    this.point = point;
    this.pending = pending;
  }

  /** Returns why another call would be refused now; null if there is room, or no need for it. */
  @Nullable String refusal() {
    return hasStages ? pending.refusal() : null;
  }

  /** Keeps the call in flight until its stage completes; see {@link PendingCalls}. */
  void await(CallToken token, CompletionStage<?> stage) {
    token.settled = true;
    PendingCall call = null;
    boolean isAdded = false;
    try {
      hasStages = true;
      call = new PendingCall(point, pending, token, System.nanoTime());
      String refusal = pending.add(call);
      if (refusal != null) {
        if (call.claimUnadded()) {
          dropped(token, refusal);
        }
        return;
      }
      isAdded = true;
      pending.watch(call, stage);
    } catch (Throwable refused) {
      // The call may be added although add() has thrown: then the sweep would end it once more.
      if (call == null || isAdded || call.claimUnadded()) {
        registrationFailed(token, isAdded ? call : null, stage, refused);
      }
      ThreadDeaths.rethrow(refused);
    }
  }

  private void dropped(CallToken token, String reason) {
    try {
      point.notReplayed(token, Fate.DROPPED);
      token.page.ended(Fate.DROPPED, reason);
    } catch (VirtualMachineError | LinkageError uncounted) {
      token.page.unsettled++;
      if (point.order != null) {
        point.order.hasLost = true;
      }
    }
  }

  /**
   * Handles a failed registration: the stage has refused it, or the stack was too short. The stage
   * may have called back anyway.
   */
  private void registrationFailed(
      CallToken token, @Nullable PendingCall call, CompletionStage<?> stage, Throwable refused) {
    boolean isClaimed = call == null;
    try {
      isClaimed = call == null || call.claim();
      if (isClaimed) {
        boolean ofStage = call != null && !(refused instanceof VirtualMachineError);
        point.uncaptured(
            token, ofStage ? new Uncapturable(Completions.refused(stage, refused)) : refused);
      }
    } catch (VirtualMachineError | LinkageError uncounted) {
      // Otherwise the stage may still call back, or the time limit ends the call.
      if (isClaimed) {
        token.page.unsettled++;
        if (point.order != null) {
          point.order.hasLost = true;
        }
      }
    }
  }
}
