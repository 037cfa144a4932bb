package io.understudy.journal.latency;

import java.util.Arrays;

/**
 * The sum of many {@link LatencyCounts}, updated in place. It has room for the buckets between the
 * least and the greatest so far, most often 2 to 4 KB; all buckets take 15 KB. Not thread-safe.
 */
public final class LatencyTotal {
  /** Room grows by whole octaves, so that it seldom grows. */
  private static final int STEP = 32;

  private long[] counts = new long[0];

  /** The bucket of the first count. */
  private int first;

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
    reserve(more.bucket(0), more.bucket(more.size() - 1));
    for (int i = 0; i < more.size(); i++) {
      int at = more.bucket(i) - first;
      counts[at] = plus(counts[at], more.count(i));
    }
    sum = plus(sum, more.sum());
    min = Math.min(min, more.min());
    max = Math.max(max, more.max());
    return this;
  }

  /** Takes the memory for every addition, which then needs no more. */
  public void reserve() {
    reserve(0, LatencyBuckets.COUNT - 1);
  }

  private void reserve(int least, int greatest) {
    if (least >= first && greatest < first + counts.length) {
      return;
    }
    boolean empty = counts.length == 0;
    int from = (empty ? least : Math.min(least, first)) / STEP * STEP;
    int to = empty ? greatest : Math.max(greatest, first + counts.length - 1);
    int end = Math.min(LatencyBuckets.COUNT, (to / STEP + 1) * STEP);
    long[] more = new long[end - from];
    System.arraycopy(counts, 0, more, empty ? 0 : first - from, counts.length);
    counts = more;
    first = from;
  }

  /** Returns the size of the counts. Bytes. */
  public long size() {
    return 8L * counts.length;
  }

  /** Takes back latencies that were added; minimum and maximum stay. */
  public void subtract(LatencyCounts earlier) {
    for (int i = 0; i < earlier.size(); i++) {
      counts[earlier.bucket(i) - first] -= earlier.count(i);
    }
    sum -= earlier.sum();
  }

  /** Returns the sum so far. */
  public LatencyCounts counts() {
    int[] buckets = new int[counts.length];
    long[] found = new long[counts.length];
    int size = 0;
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] != 0) {
        buckets[size] = first + i;
        found[size++] = counts[i];
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
