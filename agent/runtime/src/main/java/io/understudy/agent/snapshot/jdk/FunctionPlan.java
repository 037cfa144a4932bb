package io.understudy.agent.snapshot.jdk;

import io.understudy.agent.snapshot.plan.CopyWalk;
import io.understudy.agent.snapshot.plan.Plan;
import java.util.function.UnaryOperator;

/** Copies an object by a function that makes a complete copy. */
final class FunctionPlan extends Plan {
  private final UnaryOperator<Object> copy;

  FunctionPlan(UnaryOperator<Object> copy) {
    this.copy = copy;
  }

  @Override
  public Object shell(Object live, CopyWalk walk) {
    return copy.apply(live);
  }
}
