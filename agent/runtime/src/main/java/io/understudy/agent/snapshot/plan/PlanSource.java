package io.understudy.agent.snapshot.plan;

import io.understudy.agent.call.Site;
import java.util.Collection;
import java.util.Collections;

/** Finds the plan that copies an object. Thread-safe. */
public interface PlanSource {
  /** Returns the plan of an object's class; the same one for all objects of that class. */
  Plan of(Object live);

  /** Returns the woven controls, whose code may compare constants. */
  default Collection<Site> controls() {
    return Collections.emptyList();
  }
}
