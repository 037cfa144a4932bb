package io.understudy.journal;

import java.util.stream.LongStream;

/**
 * Sums of counts that stay at the greatest number instead of becoming negative, whatever journals
 * state. Stateless.
 */
public final class Sums {
  private Sums() {}

  /** Returns the sum of two counts that are not negative. */
  public static long plus(long a, long b) {
    long sum = a + b;
    return sum < 0 ? Long.MAX_VALUE : sum;
  }

  /** Returns the sum of counts that are not negative. */
  public static long of(LongStream counts) {
    return counts.reduce(0, Sums::plus);
  }
}
