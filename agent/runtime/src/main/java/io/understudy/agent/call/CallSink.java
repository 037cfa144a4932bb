package io.understudy.agent.call;

import org.jspecify.annotations.Nullable;

/**
 * Receives the calls of capture, on the application's threads. Implementations are thread-safe,
 * never block or wait for a lock, and never throw.
 */
public interface CallSink {
  /**
   * Returns why a call would be dropped now; capture reads it before it copies anything. One
   * clause, from few distinct texts, for {@code page.ended(DROPPED, reason)}.
   *
   * @return null if there is room
   */
  @Nullable String refusal();

  /** Takes a call, or ends it as dropped if there is no room. */
  void accept(Call call);
}
