package io.understudy.agent.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The keys under {@code replay:}: threads, queue and time limits of the candidates. Immutable. */
public final class ReplayConfig {
  /** The default of {@link #comparison}. */
  public static final Duration COMPARISON = Duration.ofSeconds(10);

  /** The default of {@link #queueAge} where the CPU time of the pool is limited. */
  public static final Duration QUEUE_AGE = Duration.ofSeconds(1);

  private final int threads;
  private final int queueCalls;
  private final long queueBytes;
  private final Duration timeout;
  private final Duration completion;
  private final int stuck;
  private final Duration drain;
  private final Duration comparison;
  private final long allocation;
  private final boolean stop;
  private final List<String> properties;
  private final Duration queueAge;
  private final OrderLimits order;

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
   * @param comparison the time limit of comparing, and of reading what a control has returned
   * @param allocation the most bytes that a candidate may allocate in one call; 0 for the standard
   * @param stop whether threads of candidates are stopped by {@code Thread.stop} where it works
   * @param properties the system properties that candidates may set; {@code *} at the end stands
   *     for any end
   * @param queueAge how long a call may wait before it is shed; zero for no limit
   */
  public ReplayConfig(
      int threads,
      int queueCalls,
      long queueBytes,
      Duration timeout,
      Duration completion,
      int stuck,
      Duration drain,
      Duration comparison,
      long allocation,
      boolean stop,
      List<String> properties,
      Duration queueAge) {
    this(
        threads,
        queueCalls,
        queueBytes,
        timeout,
        completion,
        stuck,
        drain,
        comparison,
        allocation,
        stop,
        properties,
        queueAge,
        OrderLimits.STANDARD);
  }

  private ReplayConfig(
      int threads,
      int queueCalls,
      long queueBytes,
      Duration timeout,
      Duration completion,
      int stuck,
      Duration drain,
      Duration comparison,
      long allocation,
      boolean stop,
      List<String> properties,
      Duration queueAge,
      OrderLimits order) {
    this.order = order;
    this.threads = threads;
    this.queueCalls = queueCalls;
    this.queueBytes = queueBytes;
    this.timeout = timeout;
    this.completion = completion;
    this.stuck = stuck;
    this.drain = drain;
    this.comparison = comparison;
    this.allocation = allocation;
    this.stop = stop;
    this.queueAge = queueAge;
    this.properties = Collections.unmodifiableList(new ArrayList<>(properties));
  }

  /** Returns the same values with these limits of calls in order. */
  public ReplayConfig withOrder(OrderLimits limits) {
    return new ReplayConfig(
        threads,
        queueCalls,
        queueBytes,
        timeout,
        completion,
        stuck,
        drain,
        comparison,
        allocation,
        stop,
        properties,
        queueAge,
        limits);
  }

  /** The limits of calls that are replayed in order. */
  public OrderLimits order() {
    return order;
  }

  /** The system properties that candidates may set. Unmodifiable. */
  public List<String> properties() {
    return properties;
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

  /** How long a call may wait for a thread before it is shed; zero for no limit. */
  public Duration queueAge() {
    return queueAge;
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

  /** The time limit of comparing an answer, and of reading what a control has returned. */
  public Duration comparison() {
    return comparison;
  }

  /**
   * The most bytes that a candidate may allocate in one call; 0 for the size of the heap, at least
   * 1 GB.
   */
  public long allocation() {
    return allocation;
  }

  /**
   * Whether threads of candidates that do not return are stopped by {@code Thread.stop}, on Java 8
   * to 19.
   */
  public boolean stop() {
    return stop;
  }
}
