package io.understudy.agent.capture;

/**
 * Tells the time of day of a moment that {@code System.nanoTime()} was asked for anyway: a second
 * clock would be a seventh of what a small call costs. It is read only when its last reading is a
 * tenth of a second old, so a clock that is set is followed within that time. Thread-safe: threads
 * that meet here read it twice.
 */
final class WallClock {
  private static final long FRESH_NANOS = 100_000_000;

  private volatile Reading last = new Reading(System.nanoTime());

  /**
   * Milliseconds since the epoch.
   *
   * @param now the current {@code System.nanoTime()}
   */
  long millis(long now) {
    Reading reading = last;
    if (now - reading.nanos > FRESH_NANOS) {
      reading = new Reading(now);
      last = reading;
    }
    return reading.millis + (now - reading.nanos) / 1_000_000;
  }

  private static final class Reading {
    final long nanos;
    final long millis = System.currentTimeMillis();

    Reading(long nanos) {
      this.nanos = nanos;
    }
  }
}
