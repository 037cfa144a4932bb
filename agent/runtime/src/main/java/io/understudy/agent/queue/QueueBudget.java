package io.understudy.agent.queue;

import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The number of calls and bytes in the queue and its closed state, in one word. So one
 * compare-and-set decides on both bounds and the closing, and a refusal writes no shared memory.
 *
 * <p>From the top: abandoned (1 bit), closed (1 bit), calls (22 bits), bytes (40 bits). Thread-safe
 * and lock-free, except {@link #reclaim}, which is for the pool.
 *
 * <p>A thread that dies between {@link #reserve} and the hand-over, or runs out of stack there,
 * never releases its room. {@link #reclaim} finds such room while no call waits.
 */
final class QueueBudget {
  static final int MOST_CALLS = (1 << 22) - 1;
  static final long MOST_BYTES = (1L << 40) - 1;

  private static final int CALLS_SHIFT = 40;

  /** What may wait however little room the heap has. */
  private static final long LEAST_LIMIT = 64 << 10;

  /** How long room is taken, while no call waits, until it is taken back. */
  static final long RECLAIM_NANOS = 2_000_000_000L;

  /** How often this must be seen in that time at least. */
  static final int RECLAIM_MOMENTS = 50;

  private static final long ONE_CALL = 1L << CALLS_SHIFT;
  private static final long CLOSED = 1L << 62;
  private static final long ABANDONED = 1L << 63;

  private final AtomicLong state = new AtomicLong();
  private final int maxCalls;
  private final long maxBytes;
  private final long maxAlone;

  /** At most {@link #maxBytes}; less while the heap has little room. */
  private volatile long limit;

  private volatile long limitAlone;

  // The least room that was taken since the start of the window, at moments without a waiting call.
  private long windowStart;
  private int moments;
  private int leastCalls;
  private long leastBytes;

  QueueBudget(int maxCalls, long maxBytes) {
    this(maxCalls, maxBytes, maxBytes);
  }

  QueueBudget(int maxCalls, long maxBytes, long maxAlone) {
    if (maxCalls < 1 || maxCalls > MOST_CALLS || maxBytes < 1) {
      throw new IllegalArgumentException(
          "a queue takes 1 to "
              + MOST_CALLS
              + " calls of at least 1 byte together, not "
              + maxCalls
              + " calls of "
              + maxBytes
              + " bytes");
    }
    this.maxCalls = maxCalls;
    this.maxBytes = Math.min(maxBytes, MOST_BYTES);
    this.maxAlone = Math.min(Math.max(maxBytes, maxAlone), MOST_BYTES);
    this.limit = this.maxBytes;
    this.limitAlone = this.maxAlone;
  }

  /**
   * Lets waiting calls take at most this many bytes from now on, and a call alone four times as
   * many, within the bounds of this budget.
   */
  void limit(long bytes) {
    long least = Math.max(LEAST_LIMIT, bytes);
    limit = Math.min(maxBytes, least);
    limitAlone = Math.min(maxAlone, least > MOST_BYTES / 4 ? MOST_BYTES : 4 * least);
  }

  /** Returns why a call of this size would be refused now; null if there is room. */
  @Nullable String refusal(long bytes) {
    return refusal(state.get(), bytes);
  }

  private @Nullable String refusal(long now, long bytes) {
    if ((now & (CLOSED | ABANDONED)) != 0) {
      return CallQueue.SHUTDOWN;
    }
    if (calls(now) >= maxCalls) {
      return CallQueue.FULL_OF_CALLS;
    }
    if (calls(now) == 0 && bytes(now) == 0) {
      return bytes > limitAlone ? CallQueue.FULL_OF_BYTES : null;
    }
    // Not the sum, which may overflow. A full queue refuses a call of 0 bytes too.
    long left = limit - bytes(now);
    return left <= 0 || bytes > left ? CallQueue.FULL_OF_BYTES : null;
  }

  /** Reserves room for one call; returns null, or the reason of the refusal. */
  @Nullable String reserve(long bytes) {
    while (true) {
      long now = state.get();
      String refusal = refusal(now, bytes);
      if (refusal != null) {
        return refusal;
      }
      if (state.compareAndSet(now, now + ONE_CALL + bytes)) {
        return null;
      }
    }
  }

  /** Releases the room of one call; the closed state stays. */
  void release(long bytes) {
    release(1, bytes);
  }

  private void release(int calls, long bytes) {
    while (true) {
      long now = state.get();
      // Never below zero: a thread whose room was taken back may have been slow, not dead.
      long left = now - Math.min(calls, calls(now)) * ONE_CALL - Math.min(bytes, bytes(now));
      if (state.compareAndSet(now, left)) {
        return;
      }
    }
  }

  /**
   * Takes back room that was reserved for calls which were never added. Call it when no call waits.
   * A hand-over that is under way holds its room for a moment only, so room that is taken at each
   * such moment for {@link #RECLAIM_NANOS} belongs to no call.
   *
   * @param nanos {@code System.nanoTime()}
   */
  void reclaim(long nanos) {
    if (calls(state.get()) != 0 || leastCalls != 0) {
      reclaimTaken(nanos);
    }
  }

  private synchronized void reclaimTaken(long nanos) {
    long now = state.get();
    if (leastCalls == 0) {
      windowStart = nanos;
      moments = 0;
      leastCalls = calls(now);
      leastBytes = bytes(now);
      return;
    }
    leastCalls = Math.min(leastCalls, calls(now));
    leastBytes = Math.min(leastBytes, bytes(now));
    if (++moments >= RECLAIM_MOMENTS && nanos - windowStart >= RECLAIM_NANOS && leastCalls != 0) {
      release(leastCalls, leastBytes);
      leastCalls = 0;
    }
  }

  /** Refuses all further reservations. */
  void close() {
    state.updateAndGet(now -> now | CLOSED);
  }

  /** Refuses all further reservations; the waiting calls will not be taken any more. */
  void abandon() {
    state.updateAndGet(now -> now | CLOSED | ABANDONED);
  }

  boolean isAbandoned() {
    return (state.get() & ABANDONED) != 0;
  }

  int calls() {
    return calls(state.get());
  }

  long bytes() {
    return bytes(state.get());
  }

  private static int calls(long state) {
    return (int) (state >>> CALLS_SHIFT) & MOST_CALLS;
  }

  private static long bytes(long state) {
    return state & MOST_BYTES;
  }
}
