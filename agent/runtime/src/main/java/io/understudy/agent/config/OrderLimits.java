package io.understudy.agent.config;

/** The keys under {@code replay.order:}: what calls in order may hold. Immutable. */
public final class OrderLimits {
  /** 10,000 keys, 1,000 calls for each key. */
  public static final OrderLimits STANDARD = new OrderLimits(10_000, 1_000);

  private final int keys;
  private final int calls;

  /**
   * Creates the limits.
   *
   * @param keys the most keys that have calls under way, and the most broken keys that are known
   *     singly
   * @param calls the most calls of one key that wait for their turn
   */
  public OrderLimits(int keys, int calls) {
    this.keys = keys;
    this.calls = calls;
  }

  /** The most keys that have calls under way, and the most broken keys that are known singly. */
  public int keys() {
    return keys;
  }

  /** The most calls of one key that wait for their turn. */
  public int calls() {
    return calls;
  }

  @Override
  public String toString() {
    return keys + " keys, " + calls + " calls each";
  }
}
