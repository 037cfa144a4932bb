package io.understudy.journal.json;

import io.understudy.journal.latency.LatencyCounts;
import java.util.Arrays;

/**
 * The buckets of a histogram as one list of numbers. A positive number is the count of the next
 * bucket, 0 is one empty bucket, and −n are n empty buckets, n at least 2. It begins and ends with
 * a count.
 *
 * <p>At most {@value #MOST_COUNTS} buckets are not empty. Where there are more, 2, 4, 8 or 16
 * neighbours are joined: the histograms of a minute then fit into two kilobytes, whatever the load.
 * The limit is that of the exponential histograms of OpenTelemetry. Not thread-safe.
 */
final class LatencyRun {
  /** The greatest number of counts in a written run. */
  static final int MOST_COUNTS = 128;

  /** The greatest number of buckets that are joined; then there are 118 of them. */
  private static final int MOST_WIDTH = 16;

  private long[] items = new long[64];

  // Used again by each call of latencies().
  private int[] at = new int[64];
  private long[] counts = new long[64];
  private int size;
  private int width = 1;
  private int first;

  /** Creates an empty run; {@link #add} fills it. */
  LatencyRun() {}

  /** Returns the run of some latencies, which are not empty. */
  static LatencyRun of(LatencyCounts latencies) {
    LatencyRun run = new LatencyRun();
    while (run.width < MOST_WIDTH && countsOf(latencies, run.width) > MOST_COUNTS) {
      run.width *= 2;
    }
    run.first = latencies.bucket(0) / run.width;
    int last = -1;
    for (int i = 0; i < latencies.size(); i++) {
      int at = latencies.bucket(i) / run.width;
      if (at == last) {
        run.items[run.size - 1] += latencies.count(i);
        continue;
      }
      int gap = last < 0 ? 0 : at - last - 1;
      if (gap > 0) {
        run.add(gap == 1 ? 0 : -gap);
      }
      run.add(latencies.count(i));
      last = at;
    }
    return run;
  }

  private static int countsOf(LatencyCounts latencies, int width) {
    int counts = 0;
    int last = -1;
    for (int i = 0; i < latencies.size(); i++) {
      int at = latencies.bucket(i) / width;
      counts += at == last ? 0 : 1;
      last = at;
    }
    return counts;
  }

  /** Adds a number of the list. */
  void add(long item) {
    if (size == items.length) {
      items = Arrays.copyOf(items, 2 * size);
    }
    items[size++] = item;
  }

  /** Removes all numbers. */
  void clear() {
    size = 0;
  }

  /** The number of buckets that are joined to one. */
  int width() {
    return width;
  }

  /** The number of the first joined bucket. */
  int first() {
    return first;
  }

  /** The number of numbers. */
  int size() {
    return size;
  }

  /** The {@code i}-th number. */
  long item(int i) {
    return items[i];
  }

  private void reserve() {
    if (at.length < size) {
      at = new int[items.length];
      counts = new long[items.length];
    }
  }

  /**
   * Returns the latencies of the added numbers. The count of joined buckets is that of the one in
   * their middle.
   *
   * @throws IllegalArgumentException if no agent writes such a run; the message says how
   */
  LatencyCounts latencies(long joined, long firstBucket, long sum, long min, long max) {
    if (joined < 1 || joined > MOST_WIDTH || Long.bitCount(joined) != 1) {
      throw new IllegalArgumentException(
          "a latency width of " + joined + ": expected 1, 2, 4, 8 or 16");
    }
    int buckets = LatencyCounts.MOST_BUCKETS / (int) joined;
    reserve();
    int found = 0;
    long next = firstBucket;
    boolean afterCount = false;
    for (int i = 0; i < size; i++) {
      long item = items[i];
      if (item > 0 && next >= 0 && next < buckets) {
        at[found] = (int) (next * joined + joined / 2);
        counts[found++] = item;
        next++;
        afterCount = true;
      } else if (item <= 0 && item != -1 && afterCount) {
        next += Math.max(1, -item);
        afterCount = false;
      } else {
        throw new IllegalArgumentException(
            "latency counts with " + item + " for bucket " + next + " of " + buckets);
      }
    }
    if (!afterCount) {
      throw new IllegalArgumentException("latency counts that do not end with a count");
    }
    return LatencyCounts.ofFirst(found, at, counts, sum, min, max);
  }
}
