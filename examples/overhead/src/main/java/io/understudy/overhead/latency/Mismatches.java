package io.understudy.overhead.latency;

import java.util.concurrent.atomic.LongAdder;

/** Comparisons that have found a difference: there is none, unless a shadow is broken. */
final class Mismatches {
  private static final LongAdder COUNT = new LongAdder();

  private Mismatches() {}

  static void count(boolean isMatch) {
    if (!isMatch) {
      COUNT.increment();
    }
  }

  static long total() {
    return COUNT.sum();
  }
}
