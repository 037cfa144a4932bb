package io.understudy.bridge;

import org.jspecify.annotations.Nullable;

/**
 * The agent's code at the entry of a call point. Runs on the application's threads and must be
 * thread-safe. The {@link Token} handles the rest of the call. The bridge catches and reports all
 * exceptions. A method that throws has not counted the call.
 */
public interface Handler {
  /**
   * Counts the call and decides whether it is taken, before its arguments are read.
   *
   * @param point the number of the call point; may be unknown to this handler if the thread entered
   *     the point just before the handler was replaced
   * @param site the number of the woven method, which the agent chose when it wove the method
   * @return the token of the call; null if the call is not taken
   */
  @Nullable Token take(int point, int site);

  /**
   * Counts a call that ended before {@link #take} has counted it, and reports the exception. Not
   * called for errors that leave the woven method: then the control does not run.
   */
  void failed(int point, Throwable failure);
}
