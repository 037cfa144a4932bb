package io.understudy.agent.capture;

import java.util.function.LongSupplier;

/**
 * Converts {@code System.nanoTime()}, which capture reads anyway, to the time of day. To read a
 * second clock at each call would add a seventh to the cost of a small call. So this class reads
 * the system clock only if its last reading is older than 0.1 s, and follows a change of the clock
 * within that time. Thread-safe: two threads may read the clock at the same time.
 */
final class WallClock {
  private static final long FRESH_NANOS = 100_000_000;

  private final LongSupplier system;
  private volatile Reading last;

  /**
   * Creates a clock that follows another one.
   *
   * @param system returns milliseconds since the epoch
   */
  WallClock(LongSupplier system) {
    this.system = system;
    this.last = new Reading(System.nanoTime(), system.getAsLong());
  }

  /**
   * Returns milliseconds since the epoch.
   *
   * @param now the current {@code System.nanoTime()}
   */
  long millis(long now) {
    Reading reading = last;
    if (now - reading.nanos > FRESH_NANOS) {
      reading = new Reading(now, system.getAsLong());
      last = reading;
    }
    return reading.millis + (now - reading.nanos) / 1_000_000;
  }

  private static final class Reading {
    final long nanos;
    final long millis;

    Reading(long nanos, long millis) {
      this.nanos = nanos;
      this.millis = millis;
    }
  }
}
