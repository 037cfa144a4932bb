package io.understudy.overhead.latency;

import io.understudy.overhead.Order;

/** A fixed amount of work: it takes longer when the processor has less time for it. */
final class Work {
  private Work() {}

  /**
   * Prices an order.
   *
   * @param work the number of steps, which {@link Calibration} finds
   */
  static Order done(Order order, int work) {
    Order priced = order.priced();
    if (spun(work) == 0) {
      throw new IllegalStateException("never 0: the JIT compiler must not remove the loop");
    }
    return priced;
  }

  /** Marsaglia's xorshift; from a start other than 0 it never reaches 0. */
  private static long spun(int steps) {
    long state = steps + 1L;
    for (int i = 0; i < steps; i++) {
      state ^= state << 13;
      state ^= state >>> 7;
      state ^= state << 17;
    }
    return state;
  }
}
