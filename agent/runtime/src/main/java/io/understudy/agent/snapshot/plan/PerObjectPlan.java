package io.understudy.agent.snapshot.plan;

import io.understudy.value.Uncapturable;

/** Chooses another plan for each object of a class. Thread-safe. */
public abstract class PerObjectPlan extends Plan {
  /** For subclasses. */
  protected PerObjectPlan() {}

  @Override
  public final boolean mayBeShared() {
    return true;
  }

  /**
   * Returns the plan of one object; it is no {@code PerObjectPlan} of the same class.
   *
   * @throws Uncapturable if the object cannot be copied
   */
  public abstract Plan of(Object live) throws Uncapturable;
}
