package io.understudy.agent.replay.target;

import io.understudy.compare.Outcome;
import org.jspecify.annotations.Nullable;

/** Something that answers inputs with an outcome. Thread-safe as far as the candidate is. */
public interface Target {
  /**
   * Asks for an answer, however long that takes. Whatever the candidate throws is its outcome.
   *
   * @param arguments private copies, which the candidate may change; the array itself stays
   * @throws UnansweredException when these arguments cannot be given to the candidate
   */
  Outcome answer(@Nullable Object[] arguments) throws UnansweredException;
}
