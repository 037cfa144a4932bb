package io.understudy.agent.budget;

/**
 * The mean of values of which only the running sum and number are read; older values count less.
 * Not thread-safe.
 */
final class RunningMean {
  private final double keep;
  private long lastSum;
  private long lastCount;
  private double sum;
  private double count;

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
    sum = keep * sum + (newSum - lastSum);
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
