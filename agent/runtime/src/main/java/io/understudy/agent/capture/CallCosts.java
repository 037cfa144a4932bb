package io.understudy.agent.capture;

import io.understudy.agent.budget.PointAdmission;
import org.jspecify.annotations.Nullable;

/**
 * Records what the calls of one call point cost on the calling threads, and how long their controls
 * take. An error while it records changes no fate. Thread-safe.
 */
final class CallCosts {
  private final CostSampler sampler = new CostSampler(System.nanoTime());
  private final @Nullable PointAdmission admission;

  /** Records for a budget too; null if it limits nothing. */
  CallCosts(@Nullable PointAdmission admission) {
    this.admission = admission;
  }

  /** Records the cost of a call that was handed over, if its turn has come. */
  void record(CallToken token, long ended) {
    try {
      int calls = sampler.weight(token.meter.nodes(), ended);
      if (calls != 0) {
        token.meter.pause(System.nanoTime());
        token.page.caller().record(token.meter.nanos(), calls);
        if (admission != null) {
          admission.controlTook(ended - token.startedNanos, calls);
          admission.captureTook(token.meter.nanos(), calls);
        }
      }
    } catch (VirtualMachineError | LinkageError notRecorded) {
      // The call is handed over; only its cost is not counted.
    }
  }

  /** Records the cost of arguments that could not be copied; the control has not run yet. */
  void recordFailure(CallToken token) {
    try {
      if (admission != null) {
        long now = System.nanoTime();
        admission.captureTook(now - token.takenNanos, 1);
        // The duration of its control is measured as after a look.
        token.startedNanos = now;
        token.isLook = true;
      }
    } catch (VirtualMachineError | LinkageError notRecorded) {
      // The call gets its fate; only its cost is not known.
    }
  }

  /** Records the cost of a call whose outcome could not be frozen or handed over. */
  void recordFailure(CallToken token, long ended) {
    try {
      if (admission != null && token.copies != null) {
        token.meter.pause(System.nanoTime());
        admission.controlTook(ended - token.startedNanos, 1);
        admission.captureTook(token.meter.nanos(), 1);
      }
    } catch (VirtualMachineError | LinkageError notRecorded) {
      // The call gets its fate; only its cost is not known.
    }
  }

  /** Records the duration of the control of a call that was shed after a look at its arguments. */
  void recordControl(CallToken token) {
    try {
      if (admission != null) {
        admission.controlTook(System.nanoTime() - token.startedNanos, 1);
      }
    } catch (VirtualMachineError | LinkageError notRecorded) {
      // The call has its fate; only its duration is not known.
    }
  }
}
