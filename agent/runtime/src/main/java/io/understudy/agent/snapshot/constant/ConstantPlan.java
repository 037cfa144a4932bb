package io.understudy.agent.snapshot.constant;

import io.understudy.agent.snapshot.plan.PerObjectPlan;
import io.understudy.agent.snapshot.plan.Plan;
import io.understudy.value.Uncapturable;

/** Shares the constants of a class, and copies its other objects. */
final class ConstantPlan extends PerObjectPlan {
  private final Constants constants;
  private final Plan others;

  ConstantPlan(Constants constants, Plan others) {
    this.constants = constants;
    this.others = others;
  }

  @Override
  public Plan of(Object live) throws Uncapturable {
    return constants.contain(live) ? Plan.REFERENCE : others;
  }
}
