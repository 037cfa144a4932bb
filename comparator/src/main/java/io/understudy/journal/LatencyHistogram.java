package io.understudy.journal;

/** Placeholder of the contract. */
public final class LatencyHistogram {
  /** Adds one latency. Thread-safe, lock-free. */
  public void record(long nanos) {}
}
