package io.understudy.agent.queue;

import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The number of calls and bytes in the queue and its closed state, in one word. So one
 * compare-and-set decides on both bounds and the closing, and a refusal writes no shared memory.
 *
 * <p>From the top: abandoned (1 bit), closed (1 bit), calls (22 bits), bytes (40 bits). Thread-safe
 * and lock-free.
 */
final class QueueBudget {
  static final int MOST_CALLS = (1 << 22) - 1;
  static final long MOST_BYTES = (1L << 40) - 1;

  private static final int CALLS_SHIFT = 40;
  private static final long ONE_CALL = 1L << CALLS_SHIFT;
  private static final long CLOSED = 1L << 62;
  private static final long ABANDONED = 1L << 63;

  private final AtomicLong state = new AtomicLong();
  private final int maxCalls;
  private final long maxBytes;

  QueueBudget(int maxCalls, long maxBytes) {
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
    // Not the sum, which may overflow. A full queue refuses a call of 0 bytes too.
    long left = maxBytes - bytes(now);
    return left == 0 || bytes > left ? CallQueue.FULL_OF_BYTES : null;
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
    state.addAndGet(-(ONE_CALL + bytes));
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
