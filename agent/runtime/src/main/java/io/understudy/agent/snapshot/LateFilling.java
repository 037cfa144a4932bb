package io.understudy.agent.snapshot;

import io.understudy.value.Uncapturable;

/** Something that is filled when everything else has its contents. */
public interface LateFilling {
  /** Fills; throws whatever the application's hashCode, equals or compareTo throws. */
  void run() throws Uncapturable;
}
