package io.understudy.agent.budget;

/**
 * The mean of durations of which only the running sum and number are read; older ones count less. A
 * reading far above the usual one counts as {@link #MOST} times the usual one: the first call loads
 * classes, and a thread may lose its processor. The usual one is a running minimum that grows
 * slowly. Not thread-safe.
 */
final class RunningMean {
  /** How much of the usual duration one reading counts at most. */
  private static final double MOST = 4;

  private static final double GROWTH = 1.02;

  private final double keep;
  private long lastSum;
  private long lastCount;
  private double sum;
  private double count;
  private double usual = Double.POSITIVE_INFINITY;

  /** Creates an empty mean that multiplies what it knows by this factor at each reading. */
  RunningMean(double keep) {
    this.keep = keep;
  }

  /** Reads the sum and the number of all values so far. */
  void add(long newSum, long newCount) {
    long more = newCount - lastCount;
    if (more <= 0) {
      return;
    }
    double mean = (double) (newSum - lastSum) / more;
    usual = Math.min(mean, usual * GROWTH);
    double most = MOST * usual;
    sum = Math.min(keep * sum, most * keep * count) + Math.min(mean, most) * more;
    count = keep * count + more;
    lastSum = newSum;
    lastCount = newCount;
  }

  /** Whether there was no value yet. */
  boolean isEmpty() {
    return count == 0;
  }

  /** Returns the mean; {@code otherwise} if there was no value yet. */
  double mean(double otherwise) {
    return count == 0 ? otherwise : sum / count;
  }
}
