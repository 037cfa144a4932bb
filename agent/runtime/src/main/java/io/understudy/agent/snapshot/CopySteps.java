package io.understudy.agent.snapshot;

import io.understudy.agent.call.CopyCompletion;
import io.understudy.agent.snapshot.plan.DeferredFill;
import io.understudy.value.Uncapturable;
import java.util.List;

/** The last steps of the copies of one call, in order. Not thread-safe. */
final class CopySteps implements CopyCompletion {
  private final List<DeferredFill> steps;

  CopySteps(List<DeferredFill> steps) {
    this.steps = steps;
  }

  @Override
  public void complete() throws Uncapturable {
    try {
      for (DeferredFill step : steps) {
        step.run();
      }
    } catch (RuntimeException | Error thrown) {
      if (thrown instanceof VirtualMachineError) {
        throw thrown;
      }
      throw new Uncapturable(
          "completing the copies of the arguments threw " + thrown.getClass().getName());
    }
  }
}
