package io.understudy.journal.latency;

import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import org.jspecify.annotations.Nullable;

/**
 * Records latencies in log-linear buckets, 32 to an octave. Thread-safe; recording is lock-free. It
 * takes a few bytes of memory until the first latency, then about 300 bytes for each octave used.
 *
 * <p>Counters only grow: {@link LatencyCounts#since} returns the difference between two readings.
 * So no latency is lost or counted twice while other threads record.
 */
public final class LatencyHistogram {
  private static final AtomicReferenceFieldUpdater<LatencyHistogram, LatencyRecord> RECORD =
      AtomicReferenceFieldUpdater.newUpdater(
          LatencyHistogram.class, LatencyRecord.class, "recorded");

  @SuppressWarnings("UnusedVariable") // through RECORD
  private volatile @Nullable LatencyRecord recorded;

  /** What drains have returned; guarded by this. */
  private LatencyCounts drained = LatencyCounts.empty();

  /** Creates a histogram without latencies. */
  public LatencyHistogram() {}

  /** Adds one latency, nanoseconds; a negative one (a clock stepped back) counts as 0. */
  public void record(long nanos) {
    record(nanos, 1);
  }

  /**
   * Adds a latency that counts several times, since it stands for others that were not measured.
   *
   * @param times how often it counts, at least 1
   */
  public void record(long nanos, int times) {
    LatencyRecord record = recorded;
    if (record == null) {
      // Several threads may create the first record; one wins, and the others use it.
      RECORD.compareAndSet(this, null, new LatencyRecord());
      record = RECORD.get(this);
    }
    record.add(Math.max(0, nanos), times);
  }

  /** Returns all latencies recorded so far. */
  public LatencyCounts counts() {
    LatencyRecord record = recorded;
    return record == null ? LatencyCounts.empty() : record.counts();
  }

  /** Returns the number of latencies recorded so far; allocates nothing. */
  public long count() {
    LatencyRecord record = recorded;
    return record == null ? 0 : record.count();
  }

  /**
   * Returns the latencies recorded since the last drain. The sums of all drains are exact; minimum
   * and maximum are those of all latencies ever recorded. Concurrent drains wait for each other.
   */
  public synchronized LatencyCounts drain() {
    LatencyCounts now = counts();
    LatencyCounts since = now.since(drained);
    if (!since.isEmpty()) {
      drained = now;
    }
    return since;
  }
}
