package io.understudy.agent.call;

import org.jspecify.annotations.Nullable;

/** What replay takes its calls from. */
public interface CallSource {
  /**
   * The next call, waiting for at most the given time.
   *
   * @return null when none came
   * @throws InterruptedException when the worker is asked to stop
   */
  @Nullable Call poll(long nanos) throws InterruptedException;
}
