package io.understudy.agent.call;

import io.understudy.journal.Fate;
import io.understudy.journal.latency.LatencyCounts;
import io.understudy.journal.latency.LatencyTotal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;

/**
 * The counts of one call point: a page for each minute, one of which is current. A page is kept
 * until all its calls have ended and all its counts are written.
 *
 * <p>A call that has read the clock is counted on the page of its own minute, also where the
 * agent's timer has not begun it yet. The day of a call is the day of its page.
 *
 * <p>Both methods {@code page} are for the application's threads and take no lock; all other
 * methods are for the agent's threads. Thread-safe.
 */
public final class Ledger {
  private static final long MINUTE = 60_000;

  /** How far the clock of the timer may be behind that of calls, without a clock that was set. */
  private static final long SKEW_MILLIS = 5_000;

  private static final AtomicReferenceFieldUpdater<Ledger, LedgerPage> CURRENT =
      AtomicReferenceFieldUpdater.newUpdater(Ledger.class, LedgerPage.class, "current");

  private volatile LedgerPage current;

  /** An earlier page than the current one, for calls that have read their clock before it began. */
  private volatile LedgerPage earlier;

  /** Pages that calls have begun, until a thread of the agent adds them to the list. */
  private final Queue<LedgerPage> begun = new ConcurrentLinkedQueue<>();

  private final List<LedgerPage> pages = new ArrayList<>();
  private final long[] retiredEnded = new long[Fate.values().length];

  /** The latencies of dropped pages. */
  private final Map<LatencySide, LatencyTotal> latencies = new EnumMap<>(LatencySide.class);

  private long retiredIntercepted;

  /** Opens the ledger at the given time, milliseconds since the epoch. */
  public Ledger(long nowMillis) {
    current = new LedgerPage(this, Math.floorDiv(nowMillis, MINUTE));
    earlier = current;
    pages.add(current);
  }

  /**
   * Returns the page that counts a call which has not read the clock. A timer or another call
   * begins the next page, so such a call may be counted on the previous page for at most one period
   * of the timer.
   */
  public LedgerPage page() {
    return current;
  }

  /** Returns the page that counts a call which was entered at this time, ms since the epoch. */
  public LedgerPage page(long calledAtMillis) {
    long minute = Math.floorDiv(calledAtMillis, MINUTE);
    LedgerPage now = current;
    return now.minute() == minute ? now : pageOf(minute, now);
  }

  private LedgerPage pageOf(long minute, LedgerPage now) {
    LedgerPage before = earlier;
    if (before.minute() == minute) {
      return before;
    }
    LedgerPage next = new LedgerPage(this, minute);
    // First, since a page that counts calls must be known to the agent's threads. A page that loses
    // the race below stays empty and is dropped.
    begun.add(next);
    if (minute < now.minute()) {
      earlier = next;
      return next;
    }
    if (CURRENT.compareAndSet(this, now, next)) {
      earlier = now;
      return next;
    }
    LedgerPage other = current;
    return other.minute() == minute ? other : next;
  }

  /**
   * Begins a new page if the given time, milliseconds since the epoch, is not in the current
   * minute.
   */
  public synchronized void turn(long nowMillis) {
    LedgerPage now = current;
    long minute = Math.floorDiv(nowMillis, MINUTE);
    boolean isAhead = minute < now.minute() && now.minute() * MINUTE - nowMillis < SKEW_MILLIS;
    // In both directions: after a clock that was ahead is corrected, calls must not stay on a
    // distant minute. Then the counts of one minute may be on two pages.
    if (minute != now.minute() && !isAhead) {
      LedgerPage next = new LedgerPage(this, minute);
      begun.add(next);
      // Otherwise a call has begun another page meanwhile, and the next turn sees it.
      if (CURRENT.compareAndSet(this, now, next)) {
        earlier = now;
      }
    }
  }

  /** Adds the pages that were begun since the last time; under the lock. */
  private void addBegun() {
    for (LedgerPage page = begun.poll(); page != null; page = begun.poll()) {
      pages.add(page);
    }
  }

  /** Returns a copy of the list of kept pages, oldest first. */
  public synchronized List<LedgerPage> pages() {
    addBegun();
    return new ArrayList<>(pages);
  }

  /** Drops the pages whose calls have all ended and whose counts are all written. */
  public synchronized void retire() {
    addBegun();
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
      reserveRetired(page);
      it.remove();
      addRetired(page, 1);
    }
  }

  /** Takes back a page that has counted a call after it was dropped. */
  synchronized void readopt(LedgerPage page) {
    addBegun();
    if (!page.isRetired() || pages.contains(page)) {
      return;
    }
    page.retired(false);
    pages.add(0, page);
    addRetired(page, -1);
  }

  // Takes the memory first: an OutOfMemoryError in the middle would count the page twice.
  private void reserveRetired(LedgerPage page) {
    for (LatencySide side : LatencySide.values()) {
      if (!page.written().latencies(side).isEmpty()) {
        latencies.computeIfAbsent(side, s -> new LatencyTotal()).reserve();
      }
    }
  }

  // Uses the written counts, which were complete at that moment.
  private void addRetired(LedgerPage page, int sign) {
    retiredIntercepted += sign * page.written().intercepted();
    for (Fate fate : Fate.values()) {
      retiredEnded[fate.ordinal()] += sign * page.written().ended(fate);
    }
    latencies.forEach(
        (side, total) -> {
          if (sign > 0) {
            total.add(page.written().latencies(side));
          } else {
            total.subtract(page.written().latencies(side));
          }
        });
  }

  /** Returns the number of all calls that were entered. */
  public synchronized long totalIntercepted() {
    addBegun();
    long sum = retiredIntercepted;
    for (LedgerPage page : pages) {
      sum += page.interceptedCount();
    }
    return sum;
  }

  /** Returns a number that grows with each call that was entered or has ended. */
  public synchronized long moves() {
    addBegun();
    long sum = retiredIntercepted;
    for (long ended : retiredEnded) {
      sum += ended;
    }
    for (LedgerPage page : pages) {
      sum += page.moves();
    }
    return sum;
  }

  /** Returns the number of all calls that have ended with this fate. */
  public synchronized long total(Fate fate) {
    addBegun();
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

  /** Returns all latencies of one side so far. */
  public synchronized LatencyCounts latencies(LatencySide side) {
    addBegun();
    LatencyTotal sum = new LatencyTotal();
    LatencyTotal retired = latencies.get(side);
    if (retired != null) {
      sum.add(retired.counts());
    }
    for (LedgerPage page : pages) {
      sum.add(page.latencies(side));
    }
    return sum.counts();
  }
}
