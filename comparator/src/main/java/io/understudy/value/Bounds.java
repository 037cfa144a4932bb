package io.understudy.value;

/**
 * How much one call may cost to capture. What passes a bound is uncaptured, never half copied.
 * Immutable.
 */
public final class Bounds {
  /** 100,000 nodes, 16 MiB, 20 ms: generous for a service call, harmless to a server. */
  public static final Bounds DEFAULT = new Bounds(100_000, 16L << 20, 20_000_000L);

  private final int nodes;
  private final long bytes;
  private final long nanos;

  /**
   * Sets the three bounds; each holds for arguments and result of one call together.
   *
   * @param nodes objects visited, at least 1
   * @param bytes estimated bytes of the copies, at least 1
   * @param nanos nanoseconds spent on the calling thread, at least 1
   */
  public Bounds(int nodes, long bytes, long nanos) {
    if (nodes < 1 || bytes < 1 || nanos < 1) {
      throw new IllegalArgumentException(
          "bounds must be positive: " + nodes + " nodes, " + bytes + " bytes, " + nanos + " ns");
    }
    this.nodes = nodes;
    this.bytes = bytes;
    this.nanos = nanos;
  }

  /** The most objects that may be visited. */
  public int nodes() {
    return nodes;
  }

  /** The most bytes that the copies may take, estimated. */
  public long bytes() {
    return bytes;
  }

  /** The most nanoseconds that capturing may take on the calling thread. */
  public long nanos() {
    return nanos;
  }

  @Override
  public String toString() {
    return nodes + " nodes, " + bytes + " bytes, " + nanos / 1_000 + " us";
  }
}
