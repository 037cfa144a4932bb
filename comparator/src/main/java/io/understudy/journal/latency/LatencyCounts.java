package io.understudy.journal.latency;

import io.understudy.value.CountText;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Latencies as counts in log-linear buckets, 32 to an octave (at most 1.6 % error), with exact
 * count, sum, minimum and maximum. Sums of counts are exact in any order. Nanoseconds. Immutable.
 */
public final class LatencyCounts {
  /** The number of buckets; bucket numbers are smaller. */
  public static final int MOST_BUCKETS = LatencyBuckets.COUNT;

  private static final LatencyCounts EMPTY =
      new LatencyCounts(new int[0], new long[0], 0, 0, Long.MAX_VALUE, 0);

  private final int[] buckets;
  private final long[] counts;
  private final long count;
  private final long sum;
  private final long min;
  private final long max;

  private LatencyCounts(int[] buckets, long[] counts, long count, long sum, long min, long max) {
    this.buckets = buckets;
    this.counts = counts;
    this.count = count;
    this.sum = sum;
    this.min = min;
    this.max = max;
  }

  /** Returns counts without any latency. */
  public static LatencyCounts empty() {
    return EMPTY;
  }

  /**
   * Creates counts from the fields of a journal.
   *
   * @param buckets bucket numbers, ascending; copied
   * @param counts the number of latencies in each bucket, at least 1; as long as {@code buckets};
   *     copied
   * @param sum the sum of all latencies
   * @param min the least latency
   * @param max the greatest latency
   * @throws IllegalArgumentException when the values do not fit together; the message says how
   */
  public static LatencyCounts of(int[] buckets, long[] counts, long sum, long min, long max) {
    if (buckets.length != counts.length) {
      throw new IllegalArgumentException(
          buckets.length + " latency buckets with " + counts.length + " counts");
    }
    return ofFirst(buckets.length, buckets, counts, sum, min, max);
  }

  /**
   * Creates counts from the first elements of longer arrays; the same otherwise.
   *
   * @param size the number of elements
   */
  public static LatencyCounts ofFirst(
      int size, int[] buckets, long[] counts, long sum, long min, long max) {
    long total = 0;
    int least = 0;
    boolean isTooLarge = false;
    for (int i = 0; i < size; i++) {
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
      least = buckets[i] + 1;
      total += counts[i];
      isTooLarge |= total < 0;
    }
    if (sum < 0 || min < 0 || max < 0) {
      throw new IllegalArgumentException("a latency is not negative");
    }
    if (isTooLarge) {
      throw new IllegalArgumentException("latency counts add up to more than 2^63");
    }
    return size == 0
        ? EMPTY
        : new LatencyCounts(
            Arrays.copyOf(buckets, size), Arrays.copyOf(counts, size), total, sum, min, max);
  }

  /** Creates counts from valid arrays that are not shared. */
  static LatencyCounts ofOwned(int[] buckets, long[] counts, long sum, long min, long max) {
    long total = 0;
    for (long each : counts) {
      // A sum of many journals stays at the greatest number.
      total = total + each < 0 ? Long.MAX_VALUE : total + each;
    }
    return new LatencyCounts(buckets, counts, total, sum, min, max);
  }

  /** The number of latencies. */
  public long count() {
    return count;
  }

  /** Whether there are no latencies. */
  public boolean isEmpty() {
    return count == 0;
  }

  /** The sum of all latencies; at most {@code Long.MAX_VALUE} (292 years), where it stays. */
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
   * Returns the latency that a share of all latencies does not exceed, by nearest rank; at most 1.6
   * % off.
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
      seen = seen + counts[i] < 0 ? Long.MAX_VALUE : seen + counts[i];
      if (seen >= rank) {
        return Math.max(min, Math.min(max, LatencyBuckets.middle(buckets[i])));
      }
    }
    return max;
  }

  /** Returns the latencies of both. */
  public LatencyCounts merge(LatencyCounts other) {
    if (isEmpty()) {
      return other;
    }
    return other.isEmpty() ? this : new LatencyTotal().add(this).add(other).counts();
  }

  /**
   * Returns the latencies that were added after an earlier reading of the same counters; with the
   * minimum and maximum of all.
   *
   * @param earlier a reading in which no count is greater than here
   */
  public LatencyCounts since(LatencyCounts earlier) {
    if (earlier.isEmpty()) {
      return this;
    }
    int[] added = new int[buckets.length];
    long[] more = new long[buckets.length];
    int size = 0;
    int old = 0;
    for (int i = 0; i < buckets.length; i++) {
      while (old < earlier.buckets.length && earlier.buckets[old] < buckets[i]) {
        old++;
      }
      boolean isOld = old < earlier.buckets.length && earlier.buckets[old] == buckets[i];
      long difference = counts[i] - (isOld ? earlier.counts[old] : 0);
      if (difference != 0) {
        added[size] = buckets[i];
        more[size++] = difference;
      }
    }
    return size == 0
        ? EMPTY
        : ofOwned(
            Arrays.copyOf(added, size), Arrays.copyOf(more, size), sum - earlier.sum, min, max);
  }

  /** The number of buckets that are not empty. */
  public int size() {
    return buckets.length;
  }

  /** The number of the {@code i}-th bucket that is not empty. */
  public int bucket(int i) {
    return buckets[i];
  }

  /** The least value of the {@code i}-th bucket that is not empty, nanoseconds. */
  public long lowest(int i) {
    return LatencyBuckets.lowest(buckets[i]);
  }

  /** The number of latencies in the {@code i}-th bucket that is not empty. */
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
        : CountText.of(count, "latency", "latencies")
            + ", p50 "
            + quantile(0.5)
            + " ns, p99 "
            + quantile(0.99)
            + " ns";
  }
}
