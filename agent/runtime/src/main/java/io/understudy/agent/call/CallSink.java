package io.understudy.agent.call;

import org.jspecify.annotations.Nullable;

/**
 * What capture gives its calls to. Called on the application's threads: never blocks, never waits
 * for a lock, never throws.
 */
public interface CallSink {
  /**
   * Why a call would be dropped now; asked before anything is copied. One clause of few distinct
   * texts, for {@code page.ended(DROPPED, reason)}.
   *
   * @return null when there is room
   */
  @Nullable String refusal();

  /** Takes a call, or ends it as dropped where there is no room after all. */
  void accept(Call call);
}
