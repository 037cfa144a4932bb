package io.understudy.journal.latency;

import java.util.Arrays;

/**
 * The sum of many {@link LatencyCounts}, updated in place. Takes about 15 KB after the first
 * addition. Not thread-safe.
 */
public final class LatencyTotal {
  private long[] counts = new long[0];
  private long sum;
  private long min = Long.MAX_VALUE;
  private long max;

  /** Creates an empty total. */
  public LatencyTotal() {}

  /** Adds latencies and returns this. */
  public LatencyTotal add(LatencyCounts more) {
    if (more.isEmpty()) {
      return this;
    }
    reserve();
    for (int i = 0; i < more.size(); i++) {
      counts[more.bucket(i)] = plus(counts[more.bucket(i)], more.count(i));
    }
    sum = plus(sum, more.sum());
    min = Math.min(min, more.min());
    max = Math.max(max, more.max());
    return this;
  }

  /** Takes the memory for an addition, which then needs no more. */
  public void reserve() {
    if (counts.length == 0) {
      counts = new long[LatencyBuckets.COUNT];
    }
  }

  /** Takes back latencies that were added; minimum and maximum stay. */
  public void subtract(LatencyCounts earlier) {
    for (int i = 0; i < earlier.size(); i++) {
      counts[earlier.bucket(i)] -= earlier.count(i);
    }
    sum -= earlier.sum();
  }

  /** Returns the sum so far. */
  public LatencyCounts counts() {
    int[] buckets = new int[counts.length];
    long[] found = new long[counts.length];
    int size = 0;
    for (int bucket = 0; bucket < counts.length; bucket++) {
      if (counts[bucket] != 0) {
        buckets[size] = bucket;
        found[size++] = counts[bucket];
      }
    }
    return size == 0
        ? LatencyCounts.empty()
        : LatencyCounts.ofOwned(
            Arrays.copyOf(buckets, size), Arrays.copyOf(found, size), sum, min, max);
  }

  private static long plus(long a, long b) {
    long both = a + b;
    return both < 0 ? Long.MAX_VALUE : both;
  }

  @Override
  public String toString() {
    return counts().toString();
  }
}
