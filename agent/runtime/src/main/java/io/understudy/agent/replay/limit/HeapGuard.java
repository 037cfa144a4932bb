package io.understudy.agent.replay.limit;

import io.understudy.agent.log.Log;

/**
 * Whether the heap is nearly full, so that the pool gives way. It looks at what is used after
 * garbage collections: a collection has run when its count has grown or the used memory has fallen,
 * and what is left is in use. Not thread-safe, except for {@link #isNearlyFull}.
 */
final class HeapGuard {
  /** The used shares of the heap after a collection at which the pool pauses and continues. */
  private static final double PAUSE = 0.80;

  private static final double CONTINUE = 0.70;

  /** The share after a collection from which a call that allocates much is ended. */
  private static final double TIGHT = 0.50;

  private final Log log;
  private final GarbageCollections collections = new GarbageCollections();
  private long lastUsed;
  private long lastCount;
  private long floor;
  private long max = Long.MAX_VALUE;
  private volatile boolean isNearlyFull;

  HeapGuard(Log log) {
    this.log = log;
  }

  /** Reads the JVM's memory. */
  void tick() {
    Runtime runtime = Runtime.getRuntime();
    // The count first: a collection between the two reads is seen in the next round.
    long count = collections.count();
    look(count, runtime.totalMemory() - runtime.freeMemory(), runtime.maxMemory());
  }

  /** Looks at the number of collections, the used bytes and the most bytes of the heap. */
  void look(long count, long used, long most) {
    max = most;
    if (used < lastUsed || count != lastCount) {
      floor = used;
    }
    lastUsed = used;
    lastCount = count;
    if (!isNearlyFull && floor > PAUSE * most) {
      isNearlyFull = true;
      log.warn(
          "the heap is nearly full: "
              + (floor >> 20)
              + " of "
              + (most >> 20)
              + " MB are in use; calls are shed until memory is free");
    } else if (isNearlyFull && floor < CONTINUE * most) {
      isNearlyFull = false;
      log.info("the heap has room again: " + (floor >> 20) + " MB are in use");
    }
  }

  /** Whether the pool must not call candidates now. */
  boolean isNearlyFull() {
    return isNearlyFull;
  }

  /** Whether the memory must be looked at more often than usual. */
  boolean needsAttention() {
    return lastUsed > TIGHT * max;
  }

  /** Whether a call that has allocated this many bytes is ended, since the heap may not suffice. */
  boolean endsCallWith(long allocated) {
    if (floor > 0.70 * max) {
      return allocated > max / 16;
    }
    // The last case: large objects may fill the heap before a collection runs.
    return (floor > TIGHT * max && allocated > max / 4)
        || (lastUsed > 0.85 * max && allocated > max / 2);
  }
}
