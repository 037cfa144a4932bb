package io.understudy.agent.call;

import org.jspecify.annotations.Nullable;

/** Supplies the calls to replay. Thread-safe. */
public interface CallSource {
  /**
   * Returns the next call; waits for at most the given time in nanoseconds.
   *
   * @return null if no call arrived in time
   * @throws InterruptedException if the worker must stop
   */
  @Nullable Call poll(long nanos) throws InterruptedException;

  /** Returns the number of calls that wait. */
  int depth();
}
