package io.understudy.journal.latency;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** The counters of a {@link LatencyHistogram} in use: one array for each octave used. */
final class LatencyRecord {
  private static final int PER_OCTAVE = LatencyBuckets.PER_OCTAVE;

  private final AtomicReferenceArray<@Nullable AtomicLongArray> octaves =
      new AtomicReferenceArray<>(LatencyBuckets.OCTAVES);
  private final LongAdder sum = new LongAdder();
  private final AtomicLong min = new AtomicLong(Long.MAX_VALUE);
  private final AtomicLong max = new AtomicLong();

  /** Counts a latency that is not negative, so many times. */
  void add(long nanos, int times) {
    // Before the bucket, so that a drain that sees the count also sees these values.
    sum.add(nanos * times);
    updateMin(nanos);
    updateMax(nanos);
    int bucket = LatencyBuckets.of(nanos);
    octave(bucket / PER_OCTAVE).getAndAdd(bucket % PER_OCTAVE, times);
  }

  private void updateMin(long nanos) {
    long seen = min.get();
    while (nanos < seen && !min.compareAndSet(seen, nanos)) {
      seen = min.get();
    }
  }

  private void updateMax(long nanos) {
    long seen = max.get();
    while (nanos > seen && !max.compareAndSet(seen, nanos)) {
      seen = max.get();
    }
  }

  private AtomicLongArray octave(int i) {
    AtomicLongArray octave = octaves.get(i);
    if (octave == null) {
      octave = new AtomicLongArray(PER_OCTAVE);
      if (!octaves.compareAndSet(i, null, octave)) {
        AtomicLongArray first = octaves.get(i);
        octave = first == null ? octave : first;
      }
    }
    return octave;
  }

  /** Returns the number of latencies so far. */
  long count() {
    long sum = 0;
    for (int i = 0; i < LatencyBuckets.OCTAVES; i++) {
      AtomicLongArray octave = octaves.get(i);
      for (int j = 0; octave != null && j < PER_OCTAVE; j++) {
        sum += octave.get(j);
      }
    }
    return sum;
  }

  /** Returns the counts so far. */
  LatencyCounts counts() {
    int[] buckets = new int[LatencyBuckets.COUNT];
    long[] counts = new long[LatencyBuckets.COUNT];
    int size = 0;
    for (int i = 0; i < LatencyBuckets.OCTAVES; i++) {
      AtomicLongArray octave = octaves.get(i);
      for (int j = 0; octave != null && j < PER_OCTAVE; j++) {
        long count = octave.get(j);
        if (count != 0) {
          buckets[size] = i * PER_OCTAVE + j;
          counts[size++] = count;
        }
      }
    }
    return size == 0
        ? LatencyCounts.empty()
        : LatencyCounts.ofOwned(
            Arrays.copyOf(buckets, size),
            Arrays.copyOf(counts, size),
            sum.sum(),
            min.get(),
            max.get());
  }
}
