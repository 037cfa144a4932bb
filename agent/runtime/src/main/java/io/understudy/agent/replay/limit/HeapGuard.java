package io.understudy.agent.replay.limit;

import io.understudy.agent.log.Log;

/**
 * Whether the heap is nearly full, so that the pool gives way. It looks at what is used after
 * garbage collections: a collection has run when its count has grown, the used memory has fallen or
 * a stop point has noticed it, and what is left is in use. Thread-safe; a lock is held for a few
 * instructions only.
 */
public final class HeapGuard {
  /** The used shares of the heap after a collection at which the pool pauses and continues. */
  private static final double PAUSE = 0.80;

  private static final double CONTINUE = 0.70;

  /** The share after a collection from which a call that allocates much is ended. */
  private static final double TIGHT = 0.50;

  /** The share from which a call that allocates much is ended, if no collection has run. */
  private static final double USED_UP = 0.85;

  /** The used share from which stop points look at the memory. */
  private static final double WATCHED = 0.40;

  /** The part of the free memory that one array may take: it has to be in one piece. */
  private static final double PIECE = 0.60;

  /** The part of a generation that its objects may take with an array that is made in it. */
  private static final double FILLED = 0.95;

  /** The part of the free heap that waiting calls may take. */
  private static final int IN_FLIGHT = 16;

  private final Log log;
  private final GarbageCollections collections = new GarbageCollections();
  private long lastUsed;
  private long lastCount;
  private long floor;

  /** By how much the last collection has left more than the one before. */
  private long growth;

  private boolean hasCollected;

  /** What calls that are over have allocated since the last collection; they may keep it. */
  private long retired;

  private long max = Long.MAX_VALUE;

  /** The bytes of the largest part of the heap: large arrays must fit into it. */
  private long largestPool = Long.MAX_VALUE;

  private volatile boolean isNearlyFull;

  /** Whether the log's last message says that the heap is nearly full. */
  private boolean isReported;

  private volatile boolean isFilledByCalls;

  HeapGuard(Log log) {
    this.log = log;
  }

  /** Reads the JVM's memory. */
  synchronized void tick() {
    Runtime runtime = Runtime.getRuntime();
    // The count first: a collection between the two reads is seen in the next round.
    long count = collections.count();
    look(count, runtime.totalMemory() - runtime.freeMemory(), runtime.maxMemory());
    report();
  }

  /** Finds the beans of the JVM, which takes a while. */
  public void prepare() {
    setLargestPool(HeapPools.largest());
    synchronized (this) {
      collections.count();
    }
  }

  /** Sets the bytes of the largest part of the heap. */
  synchronized void setLargestPool(long bytes) {
    largestPool = bytes;
  }

  /** Reads the used memory at a stop point. */
  public synchronized void glance(boolean isCollected) {
    Runtime runtime = Runtime.getRuntime();
    see(
        isCollected && !collections.areConcurrent(),
        runtime.totalMemory() - runtime.freeMemory(),
        runtime.maxMemory());
  }

  /**
   * Returns how many bytes may wait in flight: a sixteenth of what was free after the last
   * collection. So calls that wait make no collection more frequent than it would be by much.
   */
  public synchronized long bytesInFlight() {
    return max == Long.MAX_VALUE ? max : Math.max(0, max - floor) / IN_FLIGHT;
  }

  /** Looks at the number of collections, the used bytes and the most bytes of the heap. */
  synchronized void look(long count, long used, long most) {
    boolean isCollected = count != lastCount;
    lastCount = count;
    see(isCollected, used, most);
  }

  /** Looks at the used bytes and the most bytes of the heap. */
  synchronized void see(boolean isCollected, long used, long most) {
    max = most;
    // A small fall may be a part of a collection that still runs.
    if (used < lastUsed - most / 64 || isCollected) {
      growth = hasCollected ? used - floor : 0;
      floor = used;
      hasCollected = true;
      retired = 0;
    }
    lastUsed = used;
    isFilledByCalls = retired > most / 16 && Math.min(used, floor + retired) > PAUSE * most;
    if (!isNearlyFull && floor > PAUSE * most) {
      isNearlyFull = true;
    } else if (isNearlyFull && floor < CONTINUE * most) {
      isNearlyFull = false;
    }
  }

  /** Not at stop points: a message takes memory. */
  private void report() {
    if (isNearlyFull && !isReported) {
      isReported = true;
      log.warn(
          "the heap is nearly full: "
              + (floor >> 20)
              + " of "
              + (max >> 20)
              + " MB are in use; calls are shed until memory is free");
    } else if (!isNearlyFull && isReported) {
      isReported = false;
      log.info("the heap has room again: " + (floor >> 20) + " MB are in use");
    }
  }

  /** Whether the pool must not call candidates now. */
  public boolean isNearlyFull() {
    return isNearlyFull || isFilledByCalls;
  }

  /** Records what a call has allocated that is over. */
  public synchronized void retire(long allocated) {
    retired += allocated;
  }

  /** Whether the memory must be looked at more often than usual. */
  public synchronized boolean needsAttention() {
    return lastUsed > TIGHT * max;
  }

  /**
   * Whether stop points look at the memory: much is used, or two more collections like the last one
   * would leave the heap nearly full.
   */
  public synchronized boolean isWatched() {
    return lastUsed > WATCHED * max || floor + 2 * growth > CONTINUE * max;
  }

  /** Whether calls may have to be ended. */
  public synchronized boolean isTight() {
    return floor > TIGHT * max || lastUsed > USED_UP * max;
  }

  /** Whether a call that has allocated this many bytes is ended, since the heap may not suffice. */
  public synchronized boolean endsCallWith(long allocated) {
    if (floor > 0.70 * max) {
      return allocated > max / 16;
    }
    return endsCallsWith(allocated);
  }

  /** Whether one of the calls is ended that have allocated this many bytes together. */
  public synchronized boolean endsCallsWith(long allocated) {
    // The last case: large objects may fill the heap before a collection runs.
    return (floor > TIGHT * max && allocated > max / 4)
        || (lastUsed > USED_UP * max && allocated > max / 2);
  }

  /**
   * Whether the heap does not suffice for an object of a call.
   *
   * @param allocated what the call has allocated
   * @param bytes the size of the object
   * @param mayGrow whether it exists, and may grow to twice its size
   */
  public synchronized boolean lacksRoomFor(long bytes, boolean mayGrow, long allocated) {
    // What the call has allocated may have become garbage; nothing says so before a collection.
    long live = hasCollected ? Math.min(lastUsed, floor + retired + allocated) : lastUsed;
    if (mayGrow) {
      return bytes > (max - live) / 4;
    }
    return bytes > PIECE * (max - live) || bytes > FILLED * largestPool - live;
  }

  /** The number of bytes that may be allocated until the next look. */
  public synchronized long bytesUntilLook() {
    return (max - lastUsed) / 32;
  }

  /** Whether a call that has allocated this many bytes is looked at until its end. */
  public synchronized boolean isMuch(long allocated) {
    return allocated > max / 8;
  }
}
