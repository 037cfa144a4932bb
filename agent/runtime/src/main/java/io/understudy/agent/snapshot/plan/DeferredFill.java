package io.understudy.agent.snapshot.plan;

import io.understudy.value.Uncapturable;

/** Something that is filled when everything else has its contents. */
public interface DeferredFill {
  /** Fills; throws whatever the application's hashCode, equals or compareTo throws. */
  void run() throws Uncapturable;
}
