package io.understudy.agent.budget;

/**
 * The mean of durations of which only the running sum and number are read; older ones count less. A
 * reading far above the usual one counts as {@link #MOST} times the usual one: the first call loads
 * classes, and a thread may lose its processor. The usual one is a running minimum that grows
 * slowly. Where rare values count, the mean over a long time is the least that is reported: one
 * call in ten may take a thousand times as long as the others. Not thread-safe.
 */
final class RunningMean {
  /** How much of the usual duration one reading counts at most. */
  private static final double MOST = 4;

  private static final double GROWTH = 1.02;

  /** How much of a long time is kept at each reading, and the readings before it begins. */
  private static final double KEEP_LONG = 0.999;

  private static final int COLD = 20;

  private final double keep;
  private long lastSum;
  private long lastCount;
  private double sum;
  private double count;
  private double usual = Double.POSITIVE_INFINITY;
  private final boolean hasRare;
  private int readings;
  private double longSum;
  private double longCount;

  /** Creates an empty mean that multiplies what it knows by this factor at each reading. */
  RunningMean(double keep) {
    this(keep, false);
  }

  private RunningMean(double keep, boolean hasRare) {
    this.keep = keep;
    this.hasRare = hasRare;
  }

  /** Creates a mean in which rare long values count. */
  static RunningMean withRare(double keep) {
    return new RunningMean(keep, true);
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
    if (hasRare && ++readings > COLD) {
      longSum = KEEP_LONG * longSum + (newSum - lastSum);
      longCount = KEEP_LONG * longCount + more;
    }
    lastSum = newSum;
    lastCount = newCount;
  }

  /** Whether there was no value yet. */
  boolean isEmpty() {
    return count == 0;
  }

  /** Returns the mean; {@code otherwise} if there was no value yet. */
  double mean(double otherwise) {
    return count == 0 ? otherwise : Math.max(sum / count, longCount == 0 ? 0 : longSum / longCount);
  }
}
