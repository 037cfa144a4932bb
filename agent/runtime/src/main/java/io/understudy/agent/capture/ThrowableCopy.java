package io.understudy.agent.capture;

import io.understudy.compare.ThrownException;
import io.understudy.value.PrivateCopies;
import io.understudy.value.Uncapturable;
import org.jspecify.annotations.Nullable;

/** A copy of an exception that overrides the methods by which its texts are read. */
final class ThrowableCopy {
  private final Throwable copy;
  private final PrivateCopies.@Nullable LastSteps lastSteps;

  /** Keeps a copy; {@code lastSteps} complete it, null if it is complete. */
  ThrowableCopy(Throwable copy, PrivateCopies.@Nullable LastSteps lastSteps) {
    this.copy = copy;
    this.lastSteps = lastSteps;
  }

  /** Calls the methods of the copy. */
  ThrownException read() throws Uncapturable {
    if (lastSteps != null) {
      lastSteps.run();
    }
    return ThrownException.of(copy);
  }
}
