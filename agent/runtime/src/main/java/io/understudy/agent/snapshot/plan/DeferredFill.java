package io.understudy.agent.snapshot.plan;

import io.understudy.value.Uncapturable;

/** A copy that is filled after all other copies have their contents. */
public interface DeferredFill {
  /** Fills the copy. Throws the exceptions of the application's hashCode, equals and compareTo. */
  void run() throws Uncapturable;
}
