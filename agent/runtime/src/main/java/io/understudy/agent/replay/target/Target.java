package io.understudy.agent.replay.target;

import io.understudy.compare.Outcome;
import org.jspecify.annotations.Nullable;

/** The candidate of a call point, ready to be called. Thread-safe if the candidate is. */
public interface Target {
  /**
   * Calls the candidate without a time limit. An exception of the candidate is its outcome.
   *
   * @param arguments private copies, which the candidate may change; the array itself is not
   *     changed
   * @throws UnansweredException when the candidate cannot take these arguments
   */
  Outcome answer(@Nullable Object[] arguments) throws UnansweredException;
}
