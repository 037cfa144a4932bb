package io.understudy.agent.config;

import java.time.Duration;

/** How candidates are asked in the background, and what that may hold in memory. Immutable. */
public final class ReplayConfig {
  private final int threads;
  private final int queueCalls;
  private final long queueBytes;
  private final Duration timeout;
  private final Duration completion;
  private final int stuck;
  private final Duration drain;

  /**
   * States the keys under {@code replay:}.
   *
   * @param threads background threads that ask candidates
   * @param queueCalls most calls that wait
   * @param queueBytes most bytes, estimated, that the waiting calls hold
   * @param timeout how long a candidate may take where its call point does not say
   * @param completion how long a stage that either side has returned may take to complete, where
   *     its call point does not say
   * @param stuck most threads that are left behind in candidates that never return
   * @param drain how long the shutdown waits for calls that are under way
   */
  public ReplayConfig(
      int threads,
      int queueCalls,
      long queueBytes,
      Duration timeout,
      Duration completion,
      int stuck,
      Duration drain) {
    this.threads = threads;
    this.queueCalls = queueCalls;
    this.queueBytes = queueBytes;
    this.timeout = timeout;
    this.completion = completion;
    this.stuck = stuck;
    this.drain = drain;
  }

  /** The number of background threads, at least 1. */
  public int threads() {
    return threads;
  }

  /** The most calls that wait for a thread. */
  public int queueCalls() {
    return queueCalls;
  }

  /** The most bytes, estimated, that the waiting calls hold. */
  public long queueBytes() {
    return queueBytes;
  }

  /** How long a candidate may take where its call point does not say. */
  public Duration timeout() {
    return timeout;
  }

  /** How long a stage of either side may take to complete where its call point does not say. */
  public Duration completion() {
    return completion;
  }

  /** The most threads that are left behind in candidates that never return; 0 allows none. */
  public int stuck() {
    return stuck;
  }

  /** How long the shutdown waits for calls that are under way; may be zero. */
  public Duration drain() {
    return drain;
  }
}
