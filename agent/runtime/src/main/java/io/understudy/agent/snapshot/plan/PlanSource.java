package io.understudy.agent.snapshot.plan;

/** Finds the plan that copies an object. Thread-safe. */
public interface PlanSource {
  /** Returns the plan of an object's class; the same one for all objects of that class. */
  Plan of(Object live);
}
