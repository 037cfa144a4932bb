package io.understudy.overhead.latency;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

/** The times at which calls are due: a Poisson process, as independent users make it. */
final class Arrivals {
  private Arrivals() {}

  /**
   * Returns ascending times in nanoseconds after the start. Equal seeds give equal times, so all
   * variants of a round get the same calls.
   *
   * @param rate calls per second
   */
  static long[] poisson(double rate, int seconds, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    long end = TimeUnit.SECONDS.toNanos(seconds);
    LongStream.Builder times = LongStream.builder();
    double at = 0;
    while (true) {
      at += -Math.log(1 - random.nextDouble()) * 1e9 / rate;
      if (at >= end) {
        return times.build().toArray();
      }
      times.add((long) at);
    }
  }
}
