package io.understudy.journal.latency;

/**
 * The buckets that latencies are counted in: log-linear, 32 to an octave.
 *
 * <p>Values below 64 ns have a bucket each. Above, every octave (from a power of two to the next)
 * is cut into 32 buckets of equal width, so a bucket is at most 1/32 of its lower bound wide and
 * its middle is at most 1/64 (1.6 %) away from any value in it. The layout of HdrHistogram with
 * five significant bits, as integer arithmetic and without a range to configure.
 */
final class LatencyBuckets {
  /** Buckets to an octave. */
  static final int PER_OCTAVE = 32;

  /** Octaves of a positive long; the values below 32 take the place of the first. */
  static final int OCTAVES = 59;

  /** All buckets, from that of 0 to that of {@code Long.MAX_VALUE}. */
  static final int COUNT = OCTAVES * PER_OCTAVE;

  private static final int BITS = 5;

  private LatencyBuckets() {}

  /** The bucket of a value that is not negative. */
  static int of(long nanos) {
    int shift = Math.max(0, Long.SIZE - 1 - BITS - Long.numberOfLeadingZeros(nanos | 1));
    return shift * PER_OCTAVE + (int) (nanos >>> shift);
  }

  /** The least value of a bucket, nanoseconds. */
  static long lowest(int bucket) {
    return bucket < 2 * PER_OCTAVE
        ? bucket
        : (long) (bucket % PER_OCTAVE + PER_OCTAVE) << (bucket / PER_OCTAVE - 1);
  }

  /** The value that stands for all in a bucket: its middle, nanoseconds. */
  static long middle(int bucket) {
    int shift = Math.max(0, bucket / PER_OCTAVE - 1);
    return lowest(bucket) + ((1L << shift) >> 1);
  }
}
