package io.understudy.agent.call;

import java.util.Iterator;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What waits for a {@code CompletionStage} of the application to complete, bounded in number and
 * bytes. Whoever ends an entry gives its room back at once; the entry itself stays until a thread
 * of the agent {@linkplain #sweep sweeps}, so that threads of the application never search for it.
 *
 * <p>Thread-safe and lock-free. What was refused has taken no room.
 *
 * @param <E> what waits
 */
public final class PendingEntries<E extends PendingEntries.Entry> {
  /** The reason for which a call is refused: too many wait. */
  public static final String TOO_MANY = "too many calls wait for their stages to complete";

  /** The reason for which a call is refused: those that wait hold too much memory. */
  public static final String TOO_LARGE = "calls that wait for their stages hold too many bytes";

  /** How many ended entries there may be for each that waits, before new ones are refused. */
  private static final int UNSWEPT = 4;

  private final int mostCalls;
  private final long mostBytes;
  private final ConcurrentLinkedQueue<E> entries = new ConcurrentLinkedQueue<>();
  private final AtomicInteger kept = new AtomicInteger();
  private final AtomicInteger waiting = new AtomicInteger();
  private final AtomicLong bytes = new AtomicLong();

  /** One that waits. */
  public interface Entry {
    /** Whether it does not wait any more, and has given its room back or is about to. */
    boolean isOver();

    /** The estimated memory that it holds while it waits, bytes; always the same. */
    long bytes();
  }

  /**
   * Nothing waits.
   *
   * @param calls the most that may wait, at least 1
   * @param bytes the most bytes that they may hold together, at least 1
   */
  public PendingEntries(int calls, long bytes) {
    this.mostCalls = calls;
    this.mostBytes = bytes;
  }

  /** Why an entry of no bytes would be refused now; null when there is room. */
  public @Nullable String refusal() {
    if (waiting.get() >= mostCalls) {
      return TOO_MANY;
    }
    return bytes.get() >= mostBytes ? TOO_LARGE : null;
  }

  /**
   * Adds an entry where there is room.
   *
   * @return null when it was added, and {@link #release} is owed; else why it was refused
   */
  public @Nullable String add(E entry) {
    // Two bounds and two steps: while another is being refused, one may be that would have had
    // room. The bounds hold at every moment.
    if (waiting.incrementAndGet() > mostCalls || !keep()) {
      waiting.decrementAndGet();
      return TOO_MANY;
    }
    if (bytes.addAndGet(entry.bytes()) > mostBytes) {
      kept.decrementAndGet();
      release(entry);
      return TOO_LARGE;
    }
    entries.add(entry);
    return null;
  }

  // Should the sweeper be held up, what it has not swept is bounded too.
  private boolean keep() {
    if (kept.incrementAndGet() > (long) UNSWEPT * mostCalls + UNSWEPT) {
      kept.decrementAndGet();
      return false;
    }
    return true;
  }

  /** Gives the room of an entry back; once for each that was added, by whoever has ended it. */
  public void release(E entry) {
    bytes.addAndGet(-entry.bytes());
    waiting.decrementAndGet();
  }

  /** Takes out what is over and shows the rest; for one thread at a time. */
  public void sweep(Consumer<? super E> waits) {
    Iterator<E> all = entries.iterator();
    while (all.hasNext()) {
      E entry = all.next();
      if (!entry.isOver()) {
        waits.accept(entry);
      }
      if (entry.isOver()) {
        all.remove();
        kept.decrementAndGet();
      }
    }
  }

  /** How many wait. */
  public int size() {
    return waiting.get();
  }

  /** The estimated memory that those hold which wait, bytes. */
  public long bytes() {
    return bytes.get();
  }
}
