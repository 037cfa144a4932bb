package io.understudy.journal.latency;

/**
 * The log-linear buckets of latencies, 32 to an octave.
 *
 * <p>Values below 64 ns have one bucket each. Above, every octave (from a power of two to the next)
 * has 32 buckets of equal width. So a bucket is at most 1/32 of its lower bound wide, and its
 * middle is at most 1/64 (1.6 %) from any value in it. This is the layout of HdrHistogram with five
 * significant bits, in integer arithmetic and without a configured range.
 */
final class LatencyBuckets {
  /** Buckets to an octave. */
  static final int PER_OCTAVE = 32;

  /** The octaves of a positive long; the values below 32 use the place of the first. */
  static final int OCTAVES = 59;

  /** The number of buckets, from that of 0 to that of {@code Long.MAX_VALUE}. */
  static final int COUNT = OCTAVES * PER_OCTAVE;

  private static final int BITS = 5;

  private LatencyBuckets() {}

  /** Returns the bucket of a value that is not negative. */
  static int of(long nanos) {
    int shift = Math.max(0, Long.SIZE - 1 - BITS - Long.numberOfLeadingZeros(nanos | 1));
    return shift * PER_OCTAVE + (int) (nanos >>> shift);
  }

  /** Returns the least value of a bucket, nanoseconds. */
  static long lowest(int bucket) {
    return bucket < 2 * PER_OCTAVE
        ? bucket
        : (long) (bucket % PER_OCTAVE + PER_OCTAVE) << (bucket / PER_OCTAVE - 1);
  }

  /** Returns the middle of a bucket, which represents all its values, nanoseconds. */
  static long middle(int bucket) {
    int shift = Math.max(0, bucket / PER_OCTAVE - 1);
    return lowest(bucket) + ((1L << shift) >> 1);
  }
}
