package io.understudy.agent.call;

import java.util.Iterator;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Entries that wait for a {@code CompletionStage} of the application, bounded in number and bytes.
 * The thread that ends an entry releases its room at once. The entry itself stays until a thread of
 * the agent {@linkplain #sweep sweeps}, so that threads of the application never search for it.
 *
 * <p>Thread-safe and lock-free. A refused entry takes no room. Room that a thread has taken or not
 * released because its stack was used up, or because it was stopped, is found by the sweeps.
 *
 * @param <E> the type of the entries
 */
public final class PendingEntries<E extends PendingEntries.Entry> {
  /** The reason for a refusal because too many calls wait. */
  public static final String TOO_MANY = "too many calls wait for their stages to complete";

  /** The reason for a refusal because the waiting calls hold too much memory. */
  public static final String TOO_LARGE = "calls that wait for their stages hold too many bytes";

  /** Ended entries per waiting entry that may be unswept before new ones are refused. */
  private static final int UNSWEPT_PER_CALL = 4;

  private final int mostCalls;
  private final long mostBytes;

  /** At most {@link #mostBytes}; less while the heap has little room. */
  private volatile long limit;

  private final ConcurrentLinkedQueue<E> entries = new ConcurrentLinkedQueue<>();
  private final AtomicInteger unremoved = new AtomicInteger();
  private final AtomicInteger waiting = new AtomicInteger();
  private final AtomicLong bytes = new AtomicLong();
  private final Surplus calls = new Surplus();
  private final Surplus size = new Surplus();
  private final Surplus unswept = new Surplus();

  /** An entry that waits. */
  public interface Entry {
    /** Whether it has stopped waiting; its room is released or will be at once. */
    boolean isOver();

    /** Returns the estimated size in bytes while it waits; always the same. */
    long bytes();
  }

  /**
   * Creates an empty set.
   *
   * @param calls maximal number of waiting entries, at least 1
   * @param bytes maximal estimated size of all waiting entries in bytes, at least 1; an entry that
   *     waits alone may be larger
   */
  public PendingEntries(int calls, long bytes) {
    this.mostCalls = calls;
    this.mostBytes = bytes;
    this.limit = bytes;
  }

  /** Lets the entries take at most this many bytes together from now on, within the bound. */
  public void limit(long bytesTogether) {
    limit = Math.min(mostBytes, Math.max(1, bytesTogether));
  }

  /** Returns why an entry of 0 bytes would be refused now; null if there is room. */
  public @Nullable String refusal() {
    if (waiting.get() >= mostCalls) {
      return TOO_MANY;
    }
    return bytes.get() >= limit ? TOO_LARGE : null;
  }

  /**
   * Adds an entry if there is room.
   *
   * @return null if it was added, so that the caller must {@link #release} it; otherwise the reason
   *     of the refusal
   */
  public @Nullable String add(E entry) {
    // Two bounds and two steps: while one entry is being refused, another one may be refused though
    // there is room for it. The bounds hold at every moment.
    if (waiting.incrementAndGet() > mostCalls || !reserveEntry()) {
      waiting.decrementAndGet();
      return TOO_MANY;
    }
    // A large entry may wait alone.
    long sum = bytes.addAndGet(entry.bytes());
    if (sum > limit && sum != entry.bytes()) {
      unremoved.decrementAndGet();
      release(entry);
      return TOO_LARGE;
    }
    entries.add(entry);
    return null;
  }

  // Bounds the unswept entries too, in case the sweeper is delayed.
  private boolean reserveEntry() {
    if (unremoved.incrementAndGet() > (long) UNSWEPT_PER_CALL * mostCalls + UNSWEPT_PER_CALL) {
      unremoved.decrementAndGet();
      return false;
    }
    return true;
  }

  /** Releases the room of an entry. The thread that ends an added entry calls this once. */
  public void release(E entry) {
    bytes.addAndGet(-entry.bytes());
    waiting.decrementAndGet();
  }

  /** Removes ended entries and passes on the others; for one thread at a time. */
  public void sweep(Consumer<? super E> waits) {
    int keptCalls = 0;
    long keptBytes = 0;
    Iterator<E> all = entries.iterator();
    while (all.hasNext()) {
      E entry = all.next();
      if (!entry.isOver()) {
        waits.accept(entry);
      }
      if (entry.isOver()) {
        all.remove();
        unremoved.decrementAndGet();
      } else {
        keptCalls++;
        keptBytes += entry.bytes();
      }
    }
    long now = System.nanoTime();
    waiting.addAndGet((int) -calls.of(waiting.get() - keptCalls, now));
    bytes.addAndGet(-size.of(bytes.get() - keptBytes, now));
    unremoved.addAndGet((int) -unswept.of(unremoved.get() - keptCalls, now));
  }

  /**
   * The part of a count that belongs to no entry. A thread that adds or ends an entry changes the
   * count a moment before or after, so only a surplus that every sweep has seen for a while is one.
   */
  private static final class Surplus {
    private static final long LONG_ENOUGH = 2_000_000_000L;
    private static final int SWEEPS = 10;

    private long since;
    private long least;
    private int sweeps;

    /** Returns the surplus to subtract from the count; 0 while it is not certain. */
    long of(long now, long nanos) {
      if (now <= 0 || sweeps == 0) {
        sweeps = now <= 0 ? 0 : 1;
        since = nanos;
        least = now;
        return 0;
      }
      least = Math.min(least, now);
      if (++sweeps < SWEEPS || nanos - since < LONG_ENOUGH) {
        return 0;
      }
      sweeps = 0;
      return least;
    }
  }

  /** Returns the number of waiting entries. */
  public int size() {
    return waiting.get();
  }

  /** Returns the estimated size of the waiting entries in bytes. */
  public long bytes() {
    return bytes.get();
  }
}
