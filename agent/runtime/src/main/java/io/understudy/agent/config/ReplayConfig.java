package io.understudy.agent.config;

import java.time.Duration;

/** The keys under {@code replay:}: threads, queue and time limits of the candidates. Immutable. */
public final class ReplayConfig {
  private final int threads;
  private final int queueCalls;
  private final long queueBytes;
  private final Duration timeout;
  private final Duration completion;
  private final int stuck;
  private final Duration drain;

  /**
   * Creates the values of the keys under {@code replay:}.
   *
   * @param threads the number of background threads that call candidates
   * @param queueCalls the most calls that wait
   * @param queueBytes the most bytes, estimated, that the waiting calls hold
   * @param timeout the time limit of a candidate, for call points that set none
   * @param completion the time limit for the completion of a stage, for call points that set none
   * @param stuck the most threads that are abandoned in candidates that never return
   * @param drain how long the shutdown waits for calls in progress
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

  /** The time limit of a candidate, for call points that set none. */
  public Duration timeout() {
    return timeout;
  }

  /** The time limit for the completion of a stage of either side, for call points that set none. */
  public Duration completion() {
    return completion;
  }

  /** The most threads that are abandoned in candidates that never return; 0 allows none. */
  public int stuck() {
    return stuck;
  }

  /** How long the shutdown waits for calls in progress; may be zero. */
  public Duration drain() {
    return drain;
  }
}
