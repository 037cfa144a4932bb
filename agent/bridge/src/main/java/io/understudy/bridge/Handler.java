package io.understudy.bridge;

import org.jspecify.annotations.Nullable;

/**
 * What the agent does at the entry of a call point; called on the application's threads. All that
 * follows is done by the {@link Token}. The bridge catches and reports whatever these throw.
 */
public interface Handler {
  /**
   * Counts the call and decides whether it is taken, before its arguments are even looked at.
   *
   * @param point its number; may be one that this handler does not know, where the thread has
   *     entered it just before the handler was replaced
   * @param site which of the woven methods was entered: a number that the agent chose when it wove
   * @return the call; null when it is not taken
   */
  @Nullable Token take(int point, int site);

  /** Takes note of what the above threw, which it should not. */
  void failed(int point, Throwable failure);
}
