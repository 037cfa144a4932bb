package io.understudy.report.aggregate;

import java.util.stream.LongStream;

/** Sums of counts that stay at the greatest number instead of becoming negative. Stateless. */
final class Sums {
  private Sums() {}

  /** Returns the sum of two counts that are not negative. */
  static long plus(long a, long b) {
    long sum = a + b;
    return sum < 0 ? Long.MAX_VALUE : sum;
  }

  /** Returns the sum of counts that are not negative. */
  static long of(LongStream counts) {
    return counts.reduce(0, Sums::plus);
  }
}
