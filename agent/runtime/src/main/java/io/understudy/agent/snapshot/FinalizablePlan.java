package io.understudy.agent.snapshot;

import io.understudy.agent.snapshot.constant.DeepImmutability;
import io.understudy.agent.snapshot.plan.PerObjectPlan;
import io.understudy.agent.snapshot.plan.Plan;
import io.understudy.agent.snapshot.plan.PlanSource;
import io.understudy.value.Uncapturable;

/** Shares objects that must not be copied if nothing in them can change; refuses the others. */
final class FinalizablePlan extends PerObjectPlan {
  private final String reason;
  private final PlanSource plans;

  FinalizablePlan(String reason, PlanSource plans) {
    this.reason = reason;
    this.plans = plans;
  }

  @Override
  public Plan of(Object live) throws Uncapturable {
    if (!DeepImmutability.of(live, plans)) {
      throw new Uncapturable(reason);
    }
    return Plan.REFERENCE;
  }
}
