package io.understudy.agent.replay;

import io.understudy.agent.call.Call;
import io.understudy.agent.ids.PendingIds;
import io.understudy.journal.Fate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * Calls whose arguments contain an id that an unfinished call has generated. They wait here for the
 * verdict of the other call, so that no thread blocks. Bounded in number, bytes and time. A call
 * waits for earlier calls only, so there is no deadlock. Thread-safe.
 */
final class WaitingCalls {
  /** Longer than other calls normally need for their verdicts. */
  static final long PATIENCE = 30_000_000_000L;

  static final String TOO_LONG = "an id among the arguments is still awaited after 30 s";
  static final String TOO_MANY = "too many calls wait for an id among their arguments";

  private static final int MOST_CALLS = 1_024;
  private static final long MOST_BYTES = 16L << 20;

  private static final long RECHECK = 2_000_000L;

  private final int mostCalls;
  private final long patience;
  private final Deque<Entry> entries = new ArrayDeque<>();
  private long bytes;
  private long lastCheck;
  private boolean hasNewVerdict = true;

  /** Creates an empty collection with the default limits. */
  WaitingCalls() {
    this(MOST_CALLS, PATIENCE);
  }

  WaitingCalls(int mostCalls, long patienceNanos) {
    this.mostCalls = mostCalls;
    this.patience = patienceNanos;
  }

  private static final class Entry {
    final PendingIds awaited;
    final long since;

    Entry(PendingIds awaited, long since) {
      this.awaited = awaited;
      this.since = since;
    }
  }

  /** Adds a call, or ends it if there is no room. */
  void add(PendingIds awaited, long now) {
    Call call = awaited.call();
    synchronized (this) {
      if (entries.size() < mostCalls && bytes + call.bytes() <= MOST_BYTES) {
        entries.add(new Entry(awaited, now));
        bytes += call.bytes();
        return;
      }
    }
    call.end(Fate.UNANSWERED, TOO_MANY);
  }

  /** Records that a call has its verdict: the next {@link #ready} checks all waiting calls. */
  synchronized void verdictReached() {
    hasNewVerdict = true;
  }

  /**
   * Returns the first call that need not wait any more, and ends the calls that have waited too
   * long.
   *
   * @param now {@code System.nanoTime()}
   * @return null if no call is ready
   */
  synchronized @Nullable Call ready(long now) {
    if (entries.isEmpty() || (!hasNewVerdict && now - lastCheck < RECHECK)) {
      return null;
    }
    Iterator<Entry> all = entries.iterator();
    while (all.hasNext()) {
      Entry entry = all.next();
      Call call = entry.awaited.call();
      boolean isOver = now - entry.since >= patience;
      if (isOver || !entry.awaited.isAwaited()) {
        all.remove();
        bytes -= call.bytes();
        if (!isOver) {
          return call;
        }
        call.end(Fate.UNANSWERED, TOO_LONG);
      }
    }
    hasNewVerdict = false;
    lastCheck = now;
    return null;
  }

  synchronized boolean isEmpty() {
    return entries.isEmpty();
  }

  /** Drops all waiting calls; for the shutdown. */
  void drop() {
    for (Entry entry = poll(); entry != null; entry = poll()) {
      entry.awaited.call().end(Fate.DROPPED, ReplayContext.SHUTDOWN);
    }
  }

  private synchronized @Nullable Entry poll() {
    return entries.poll();
  }
}
