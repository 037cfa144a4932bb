package io.understudy.agent.call;

import io.understudy.journal.Fate;
import io.understudy.journal.latency.LatencyCounts;
import io.understudy.journal.latency.LatencyTotal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * The counts of one call point: a page for each minute, one of which is current. A page is kept
 * until all its calls have ended and all its counts are written.
 *
 * <p>{@link #page()} is for the application's threads and takes no lock; all other methods are for
 * the agent's threads. Thread-safe.
 */
public final class Ledger {
  private static final long MINUTE = 60_000;

  private volatile LedgerPage current;

  private final List<LedgerPage> pages = new ArrayList<>();
  private final long[] retiredEnded = new long[Fate.values().length];
  private final Map<LatencySide, LatencyTotal> latencies = new EnumMap<>(LatencySide.class);
  private long retiredIntercepted;

  /** Opens the ledger at the given time, milliseconds since the epoch. */
  public Ledger(long nowMillis) {
    current = new LedgerPage(this, Math.floorDiv(nowMillis, MINUTE));
    pages.add(current);
  }

  /**
   * Returns the page that counts a call which is entered now. A timer starts the next page, so a
   * call may be counted on the previous page for at most one period of the timer.
   */
  public LedgerPage page() {
    return current;
  }

  /**
   * Opens a new page if the given time, milliseconds since the epoch, is not in the current minute.
   */
  public synchronized void turn(long nowMillis) {
    long minute = Math.floorDiv(nowMillis, MINUTE);
    // In both directions: after a clock that was ahead is corrected, calls must not stay on a
    // distant minute. Then the counts of one minute may be on two pages.
    if (minute != current.minute()) {
      LedgerPage next = new LedgerPage(this, minute);
      pages.add(next);
      current = next;
    }
  }

  /** Returns a copy of the list of kept pages, oldest first. */
  public synchronized List<LedgerPage> pages() {
    return new ArrayList<>(pages);
  }

  /** Drops the pages whose calls have all ended and whose counts are all written. */
  public synchronized void retire() {
    Iterator<LedgerPage> it = pages.iterator();
    while (it.hasNext()) {
      LedgerPage page = it.next();
      if (page == current || !page.isBalanced() || !page.isWritten()) {
        continue;
      }
      page.retired(true);
      // Race: a call may have been counted between the check above and the flag; see
      // LedgerPage.intercepted().
      if (!page.isBalanced() || !page.isWritten()) {
        page.retired(false);
        continue;
      }
      it.remove();
      addRetired(page, 1);
    }
  }

  /** Takes back a page that has counted a call after it was dropped. */
  synchronized void readopt(LedgerPage page) {
    if (!page.isRetired() || pages.contains(page)) {
      return;
    }
    page.retired(false);
    pages.add(0, page);
    addRetired(page, -1);
  }

  // Uses the written counts, which were complete at that moment.
  private void addRetired(LedgerPage page, int sign) {
    retiredIntercepted += sign * page.written().intercepted();
    for (Fate fate : Fate.values()) {
      retiredEnded[fate.ordinal()] += sign * page.written().ended(fate);
    }
  }

  /** Returns the number of all calls that were entered. */
  public synchronized long totalIntercepted() {
    long sum = retiredIntercepted;
    for (LedgerPage page : pages) {
      sum += page.interceptedCount();
    }
    return sum;
  }

  /** Returns the number of all calls that have ended with this fate. */
  public synchronized long total(Fate fate) {
    long sum = retiredEnded[fate.ordinal()];
    for (LedgerPage page : pages) {
      sum += page.endedCount(fate);
    }
    return sum;
  }

  /**
   * Returns the number of calls that have no fate yet; it may still include calls that end
   * meanwhile.
   */
  public long inFlight() {
    // Ends first, see PageCounts: a call between the two reads must not make it negative.
    long ended = 0;
    for (Fate fate : Fate.values()) {
      ended += total(fate);
    }
    return totalIntercepted() - ended;
  }

  synchronized void addLatencies(LatencySide side, LatencyCounts more) {
    if (!more.isEmpty()) {
      latencies.computeIfAbsent(side, s -> new LatencyTotal()).add(more);
    }
  }

  /** Returns all latencies of one side that were offered to the journal. */
  public synchronized LatencyCounts latencies(LatencySide side) {
    LatencyTotal total = latencies.get(side);
    return total == null ? LatencyCounts.empty() : total.counts();
  }
}
