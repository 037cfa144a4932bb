package io.understudy.agent.snapshot.plan;

/** Finds the plan by which an object is copied. Thread-safe. */
public interface PlanSource {
  /** The plan of an object's class; the same one for all objects of that class. */
  Plan of(Object live);
}
