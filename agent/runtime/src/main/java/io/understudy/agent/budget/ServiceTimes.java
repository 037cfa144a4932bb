package io.understudy.agent.budget;

import java.util.Arrays;

/**
 * Whether the controls of one call point take longer than usual. The usual time is a running
 * minimum: it follows a fall at once, and grows by {@link #GROWTH} in each window. So a control
 * that has become slower for good counts as usual after a while.
 *
 * <p>The application's threads count without synchronisation, since a lost count does not matter
 * for a quantile. All other methods are for one thread of the agent.
 */
final class ServiceTimes {
  /** How much the usual time grows in one window, of about a second. */
  static final double GROWTH = 1.02;

  /** The number of calls in a window from which it says something. */
  static final int LEAST = 50;

  private static final int PER_OCTAVE = 4;
  private static final int BUCKETS = 45 * PER_OCTAVE;

  private final int[] counts = new int[BUCKETS];
  private int[] before = new int[BUCKETS];
  private double usualMedian = Double.NaN;
  private double usualHigh = Double.NaN;
  private double lastMedian = Double.NaN;
  private double lastHigh = Double.NaN;

  /** Counts the duration of one control, in nanoseconds. */
  void record(long nanos) {
    counts[bucket(nanos)]++;
  }

  private static int bucket(long nanos) {
    long value = Math.max(PER_OCTAVE, nanos);
    int octave = Long.SIZE - 1 - Long.numberOfLeadingZeros(value);
    int part = (int) (value >>> (octave - 2)) & (PER_OCTAVE - 1);
    return Math.min(BUCKETS - 1, octave * PER_OCTAVE + part);
  }

  private static double middle(int bucket) {
    return Math.scalb(1 + (bucket % PER_OCTAVE + 0.5) / PER_OCTAVE, bucket / PER_OCTAVE);
  }

  /**
   * Ends a window.
   *
   * @return by which factor controls took longer than usual; NaN if there were too few calls
   */
  double turn() {
    int[] now = counts.clone();
    int[] window = new int[BUCKETS];
    int sum = 0;
    for (int i = 0; i < BUCKETS; i++) {
      window[i] = Math.max(0, now[i] - before[i]);
      sum += window[i];
    }
    if (sum < LEAST) {
      return Double.NaN;
    }
    before = now;
    double median = quantile(window, sum / 2);
    double high = quantile(window, sum - sum / 10);
    lastMedian = median;
    lastHigh = high;
    if (Double.isNaN(usualMedian)) {
      usualMedian = median;
      usualHigh = high;
    }
    // A tail may grow without the pool; it counts half.
    double factor = Math.max(median / usualMedian, 1 + (high / usualHigh - 1) / 2);
    usualMedian = Math.min(median, usualMedian * GROWTH);
    usualHigh = Math.min(high, usualHigh * GROWTH);
    return factor;
  }

  /** Takes the times of the last window for the usual ones. */
  void accept() {
    usualMedian = lastMedian;
    usualHigh = lastHigh;
  }

  private static double quantile(int[] window, int rank) {
    int sum = 0;
    for (int i = 0; i < window.length; i++) {
      sum += window[i];
      if (sum > rank) {
        return middle(i);
      }
    }
    return middle(BUCKETS - 1);
  }

  @Override
  public String toString() {
    return "usually " + usualMedian + " ns of " + Arrays.stream(counts).sum() + " calls";
  }
}
