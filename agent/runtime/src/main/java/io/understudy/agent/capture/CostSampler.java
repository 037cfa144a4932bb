package io.understudy.agent.capture;

/**
 * Chooses the calls whose cost on the calling thread is measured to the end of the hand-over. To
 * read the clock once more, and to count the cost in a histogram that all threads share, is a
 * quarter of the cost of a small call. So a busy call point measures one in 16 of its small calls,
 * which counts for 16. Costs of all other calls are measured and count for one. Counts and sums are
 * therefore right on average. Thread-safe.
 */
final class CostSampler {
  /** One in so many small calls of a busy call point is measured. */
  static final int SHARE = 16;

  /** A call with more copied objects is not small. */
  static final int SMALL_NODES = 256;

  /** A call point is busy if a cost was measured within this time. */
  static final long BUSY_NANOS = 100_000_000;

  private static final int SHARE_BITS = 4;

  /** Racy: written ten times a second at most. */
  private long measured;

  /**
   * Starts without a measured call.
   *
   * @param now {@code System.nanoTime()}
   */
  CostSampler(long now) {
    measured = now - BUSY_NANOS - 1;
  }

  /**
   * Decides for one call.
   *
   * @param nodes the number of objects that were copied and frozen
   * @param now a reading of {@code System.nanoTime()} in this call
   * @return the number of calls for which this one counts; 0 if it is not measured
   */
  int weight(int nodes, long now) {
    if (nodes > SMALL_NODES) {
      return 1;
    }
    if (now - measured > BUSY_NANOS) {
      measured = now;
      return 1;
    }
    // Knuth's multiplicative hash: chooses evenly, also among readings of a coarse clock.
    return now * 0x9E3779B97F4A7C15L >>> (Long.SIZE - SHARE_BITS) == 0 ? SHARE : 0;
  }
}
