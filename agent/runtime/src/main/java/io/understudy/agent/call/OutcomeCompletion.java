package io.understudy.agent.call;

import io.understudy.compare.Outcome;
import io.understudy.value.Uncapturable;

/**
 * Reads the rest of a control's outcome that the calling thread has frozen only in part: what can
 * be read only by code of the application.
 */
public interface OutcomeCompletion {
  /**
   * Runs code of the application, on private copies. Called once, on a thread of the pool.
   *
   * @throws Uncapturable when a part cannot be read, or a bound is exceeded
   */
  Outcome complete() throws Uncapturable;
}
