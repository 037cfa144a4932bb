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
 * The books of one call point: a page for each minute, of which one is current. Pages are kept
 * until all their calls have ended and all their counts are written, however long that takes.
 *
 * <p>{@link #page()} is for the application's threads and takes no lock; all else is for the
 * agent's own threads.
 */
public final class Ledger {
  private static final long MINUTE = 60_000;

  private volatile LedgerPage current;

  private final List<LedgerPage> pages = new ArrayList<>();
  private final long[] retiredEnded = new long[Fate.values().length];
  private final Map<LatencySide, LatencyTotal> latencies = new EnumMap<>(LatencySide.class);
  private long retiredIntercepted;

  /** Opens the books at the given time, milliseconds since the epoch. */
  public Ledger(long nowMillis) {
    current = new LedgerPage(this, Math.floorDiv(nowMillis, MINUTE));
    pages.add(current);
  }

  /**
   * The page on which a call that is entered now is counted. The minute is turned by a timer, so a
   * call may be counted on the page before its minute by the timer's period, never by more.
   */
  public LedgerPage page() {
    return current;
  }

  /** Opens a new page when the given time, milliseconds since the epoch, has left the current. */
  public synchronized void turn(long nowMillis) {
    long minute = Math.floorDiv(nowMillis, MINUTE);
    // In either direction: a clock that had run ahead and was set right must not leave all calls
    // on a minute that is far away. Counts of one minute may then stand on two pages.
    if (minute != current.minute()) {
      LedgerPage next = new LedgerPage(this, minute);
      pages.add(next);
      current = next;
    }
  }

  /** All pages that are still kept, oldest first; a copy. */
  public synchronized List<LedgerPage> pages() {
    return new ArrayList<>(pages);
  }

  /** Lets go of the pages whose calls have all ended and whose counts are all written. */
  public synchronized void retire() {
    Iterator<LedgerPage> it = pages.iterator();
    while (it.hasNext()) {
      LedgerPage page = it.next();
      if (page == current || !page.isBalanced() || !page.isWritten()) {
        continue;
      }
      page.retired(true);
      // Somebody may have counted between the look above and the flag: see Page.intercepted().
      if (!page.isBalanced() || !page.isWritten()) {
        page.retired(false);
        continue;
      }
      it.remove();
      addRetired(page, 1);
    }
  }

  /** Takes back a page on which a call was counted after it had been let go. */
  synchronized void readopt(LedgerPage page) {
    if (!page.isRetired() || pages.contains(page)) {
      return;
    }
    page.retired(false);
    pages.add(0, page);
    addRetired(page, -1);
  }

  // By what was written, which at that moment was all there was.
  private void addRetired(LedgerPage page, int sign) {
    retiredIntercepted += sign * page.written().intercepted();
    for (Fate fate : Fate.values()) {
      retiredEnded[fate.ordinal()] += sign * page.written().ended(fate);
    }
  }

  /** How many calls were ever entered. */
  public synchronized long totalIntercepted() {
    long sum = retiredIntercepted;
    for (LedgerPage page : pages) {
      sum += page.interceptedCount();
    }
    return sum;
  }

  /** How many calls have ever ended so. */
  public synchronized long total(Fate fate) {
    long sum = retiredEnded[fate.ordinal()];
    for (LedgerPage page : pages) {
      sum += page.endedCount(fate);
    }
    return sum;
  }

  /** How many calls have no fate yet, or a few more: those that end meanwhile are still counted. */
  public long inFlight() {
    // Ends first: see Counts. A call between the two looks must not make it negative.
    long ended = 0;
    for (Fate fate : Fate.values()) {
      ended += total(fate);
    }
    return totalIntercepted() - ended;
  }

  synchronized void drained(LatencySide side, LatencyCounts more) {
    if (!more.isEmpty()) {
      latencies.computeIfAbsent(side, s -> new LatencyTotal()).add(more);
    }
  }

  /** All latencies of one side that were ever offered to the journal. */
  public synchronized LatencyCounts latencies(LatencySide side) {
    LatencyTotal total = latencies.get(side);
    return total == null ? LatencyCounts.empty() : total.counts();
  }
}
