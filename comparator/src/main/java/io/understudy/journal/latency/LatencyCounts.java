package io.understudy.journal.latency;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Latencies as counts in log-linear buckets, 32 to an octave (at most 1.6 % error), with exact
 * count, sum, least and greatest. Sums of such counts are exact, whatever the order. Nanoseconds.
 * Immutable.
 */
public final class LatencyCounts {
  /** The number of buckets; bucket numbers are less. */
  public static final int MOST_BUCKETS = LatencyBuckets.COUNT;

  private static final LatencyCounts EMPTY =
      new LatencyCounts(new int[0], new long[0], 0, Long.MAX_VALUE, 0);

  private final int[] buckets;
  private final long[] counts;
  private final long count;
  private final long sum;
  private final long min;
  private final long max;

  private LatencyCounts(int[] buckets, long[] counts, long sum, long min, long max) {
    this.buckets = buckets;
    this.counts = counts;
    long total = 0;
    for (long each : counts) {
      total += each;
    }
    this.count = total;
    this.sum = sum;
    this.min = min;
    this.max = max;
  }

  /** No latency at all. */
  public static LatencyCounts empty() {
    return EMPTY;
  }

  /**
   * States counts, as a journal has them.
   *
   * @param buckets bucket numbers, ascending; copied
   * @param counts how many latencies fell into each, at least 1; as many as buckets; copied
   * @param sum of all latencies
   * @param min the least latency
   * @param max the greatest latency
   * @throws IllegalArgumentException when these do not fit together, saying how
   */
  public static LatencyCounts of(int[] buckets, long[] counts, long sum, long min, long max) {
    if (buckets.length != counts.length) {
      throw new IllegalArgumentException(
          buckets.length + " latency buckets with " + counts.length + " counts");
    }
    for (int i = 0; i < buckets.length; i++) {
      int least = i == 0 ? 0 : buckets[i - 1] + 1;
      if (buckets[i] < least || buckets[i] >= LatencyBuckets.COUNT || counts[i] < 1) {
        throw new IllegalArgumentException(
            "latency bucket "
                + buckets[i]
                + " with count "
                + counts[i]
                + ": expected a bucket from "
                + least
                + " to "
                + (LatencyBuckets.COUNT - 1)
                + " and a count of at least 1");
      }
    }
    return buckets.length == 0 ? EMPTY : ofOwned(buckets.clone(), counts.clone(), sum, min, max);
  }

  /** Takes arrays that are known to be right and that nobody else holds. */
  static LatencyCounts ofOwned(int[] buckets, long[] counts, long sum, long min, long max) {
    return new LatencyCounts(buckets, counts, sum, min, max);
  }

  /** How many latencies were counted. */
  public long count() {
    return count;
  }

  /** Whether none was counted. */
  public boolean isEmpty() {
    return count == 0;
  }

  /** The sum of all latencies; stays at {@code Long.MAX_VALUE} (292 years) when it gets there. */
  public long sum() {
    return sum;
  }

  /** The least latency; 0 when empty. */
  public long min() {
    return isEmpty() ? 0 : min;
  }

  /** The greatest latency; 0 when empty. */
  public long max() {
    return max;
  }

  /** The mean latency; 0 when empty. */
  public double mean() {
    return isEmpty() ? 0 : (double) sum / count;
  }

  /**
   * The latency that a share of all does not exceed, by nearest rank; at most 1.6 % off.
   *
   * @param share from 0 (the least) to 1 (the greatest): 0.99 for the 99th percentile
   * @return 0 when empty
   */
  public long quantile(double share) {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("a quantile is from 0 to 1, not " + share);
    }
    long rank = Math.max(1, (long) Math.ceil(share * count));
    long seen = 0;
    for (int i = 0; i < buckets.length; i++) {
      seen += counts[i];
      if (seen >= rank) {
        return Math.max(min, Math.min(max, LatencyBuckets.middle(buckets[i])));
      }
    }
    return max;
  }

  /** The latencies of both together. */
  public LatencyCounts merge(LatencyCounts other) {
    if (isEmpty()) {
      return other;
    }
    return other.isEmpty() ? this : new LatencyTotal().add(this).add(other).counts();
  }

  /** How many buckets are not empty. */
  public int size() {
    return buckets.length;
  }

  /** The number of the {@code i}-th bucket that is not empty. */
  public int bucket(int i) {
    return buckets[i];
  }

  /** The least value that falls into the {@code i}-th bucket that is not empty, nanoseconds. */
  public long lowest(int i) {
    return LatencyBuckets.lowest(buckets[i]);
  }

  /** How many latencies fell into the {@code i}-th bucket that is not empty. */
  public long count(int i) {
    return counts[i];
  }

  @Override
  public boolean equals(@Nullable Object other) {
    if (!(other instanceof LatencyCounts)) {
      return false;
    }
    LatencyCounts that = (LatencyCounts) other;
    return sum == that.sum
        && min == that.min
        && max == that.max
        && Arrays.equals(buckets, that.buckets)
        && Arrays.equals(counts, that.counts);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(buckets) * 31 + Long.hashCode(sum);
  }

  @Override
  public String toString() {
    return isEmpty()
        ? "no latencies"
        : count + " latencies, p50 " + quantile(0.5) + " ns, p99 " + quantile(0.99) + " ns";
  }
}
