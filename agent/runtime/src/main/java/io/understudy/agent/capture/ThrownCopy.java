package io.understudy.agent.capture;

import io.understudy.compare.ThrownException;
import io.understudy.value.PrivateCopies;
import io.understudy.value.Uncapturable;

/** A private copy of an exception, whose methods must be called to read it. Read once, on the pool. */
final class ThrownCopy {
  private final Throwable copy;
  private final PrivateCopies.LastSteps lastSteps;

  ThrownCopy(Throwable copy, PrivateCopies.LastSteps lastSteps) {
    this.copy = copy;
    this.lastSteps = lastSteps;
  }

  ThrownException read() throws Uncapturable {
    lastSteps.run();
    return ThrownException.of(copy);
  }
}
