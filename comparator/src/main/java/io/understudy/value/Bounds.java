package io.understudy.value;

/**
 * Limits for the cost of capturing one call. A call that exceeds a limit is uncaptured; it is never
 * copied in part. Immutable.
 */
public final class Bounds {
  /** 100,000 nodes, 16 MiB, 20 ms: enough for a large service call, small enough for a server. */
  public static final Bounds DEFAULT = new Bounds(100_000, 16L << 20, 20_000_000L);

  private final int nodes;
  private final long bytes;
  private final long nanos;

  /**
   * Sets the three bounds. Each applies to the arguments and the result of one call together.
   *
   * @param nodes visited objects, at least 1
   * @param bytes estimated bytes of the copies, at least 1
   * @param nanos nanoseconds on the calling thread, at least 1
   * @throws IllegalArgumentException when a bound is not positive
   */
  public Bounds(int nodes, long bytes, long nanos) {
    if (nodes < 1 || bytes < 1 || nanos < 1) {
      throw new IllegalArgumentException(
          "bounds must be positive: "
              + CountText.of(nodes, "node")
              + ", "
              + CountText.of(bytes, "byte")
              + ", "
              + nanos
              + " ns");
    }
    this.nodes = nodes;
    this.bytes = bytes;
    this.nanos = nanos;
  }

  /** The maximum number of visited objects. */
  public int nodes() {
    return nodes;
  }

  /** The maximum size of the copies, estimated bytes. */
  public long bytes() {
    return bytes;
  }

  /** The maximum time on the calling thread, nanoseconds. */
  public long nanos() {
    return nanos;
  }

  @Override
  public String toString() {
    return CountText.of(nodes, "node")
        + ", "
        + CountText.of(bytes, "byte")
        + ", "
        + nanos / 1_000
        + " us";
  }
}
