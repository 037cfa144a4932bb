package io.understudy.journal.latency;

import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import org.jspecify.annotations.Nullable;

/**
 * Records latencies in log-linear buckets, 32 to an octave. Thread-safe and lock-free for those who
 * record; takes no memory but its own few bytes until something is recorded, and then about 300
 * bytes for each octave that latencies fell into.
 *
 * <p>Counters only grow. A drain remembers what it has handed out and gives the difference, so no
 * latency is lost or counted twice, whoever records meanwhile.
 */
public final class LatencyHistogram {
  private static final AtomicReferenceFieldUpdater<LatencyHistogram, LatencyRecord> RECORD =
      AtomicReferenceFieldUpdater.newUpdater(
          LatencyHistogram.class, LatencyRecord.class, "recorded");

  @SuppressWarnings("UnusedVariable") // through RECORD
  private volatile @Nullable LatencyRecord recorded;

  /** A histogram without latencies. */
  public LatencyHistogram() {}

  /** Adds one latency, nanoseconds; a negative one (a clock stepped back) counts as 0. */
  public void record(long nanos) {
    LatencyRecord record = recorded;
    if (record == null) {
      // Of several first ones, the first to arrive stays; the others add to it.
      RECORD.compareAndSet(this, null, new LatencyRecord());
      record = RECORD.get(this);
    }
    record.add(Math.max(0, nanos));
  }

  /**
   * What was recorded since the last drain. The sums of all drains are exact; least and greatest
   * are those of all that was ever recorded. One drain at a time, the others wait.
   */
  public LatencyCounts drain() {
    LatencyRecord record = recorded;
    return record == null ? LatencyCounts.empty() : record.drain();
  }
}
