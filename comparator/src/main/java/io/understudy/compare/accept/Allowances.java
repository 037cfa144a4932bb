package io.understudy.compare.accept;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import java.util.concurrent.atomic.LongAdder;

/**
 * What is left of the limits of one call point's acceptances, for each UTC day of calls, in one
 * JVM. Thread-safe, without locks.
 *
 * <p>A call is compared with what {@link #hear} gives; if all its differences were accepted it asks
 * {@link #take}, which either grants all that the call needs, or nothing, and then at least one
 * limit is breached: the call is compared again, without what was breached. So a call that ends
 * accepted has been counted against every limit that it needed, exactly once, and one that does not
 * has used up nothing.
 *
 * <p>A call that ends after midnight is counted on the day on which it was entered. The last 32
 * days are kept.
 */
public final class Allowances {
  private static final int MOST_DAYS = 32;

  private final Acceptances acceptances;
  private final boolean counting;
  private final ConcurrentNavigableMap<LocalDate, Day> days = new ConcurrentSkipListMap<>();

  private Allowances(Acceptances acceptances) {
    this.acceptances = acceptances;
    this.counting = acceptances.list().stream().anyMatch(one -> one.limit().rate() != null);
  }

  /** All limits, of which nothing is used up yet. */
  public static Allowances of(Acceptances acceptances) {
    return new Allowances(acceptances);
  }

  /** Hears one comparison of a call that was entered on this day, in UTC. */
  public AcceptanceSession hear(LocalDate day) {
    return new AcceptanceSession(acceptances, day, on(day).usage.breached());
  }

  /** Counts a verdict on a call of this day, whichever it is: a rate is a share of them. */
  public void verdict(LocalDate day) {
    if (counting) {
      on(day).verdicts.increment();
    }
  }

  /**
   * Takes what an accepted comparison needs.
   *
   * @param heard what it heard
   * @param watch is told what this call has nearly used up, or breached
   * @return whether the call is accepted; when not, it is to be compared again with another {@link
   *     #hear}, where at least one acceptance fewer is in force
   */
  public boolean take(AcceptanceSession heard, LimitListener watch) {
    Day day = on(heard.day());
    while (true) {
      LimitUsage before = day.usage;
      if (heard.hasCoveredAny(before.breached())) {
        return false;
      }
      // The verdict on this call is counted after it.
      long verdicts = day.verdicts.sum() + 1;
      LimitUsage after = before.plus(heard, verdicts);
      BitSet exceeded = heard.coveredNumbers();
      exceeded.and(after.exceeded(verdicts));
      if (exceeded.isEmpty()) {
        if (day.swap(before, after)) {
          tellNear(before, after, verdicts, watch);
          return true;
        }
      } else if (day.swap(before, before.withBreached(exceeded))) {
        exceeded.stream()
            .forEach(
                i -> watch.breached(acceptances.list().get(i), after.part(i, verdicts, false)));
        return false;
      }
    }
  }

  private void tellNear(LimitUsage before, LimitUsage after, long verdicts, LimitListener watch) {
    BitSet now = (BitSet) after.near().clone();
    now.andNot(before.near());
    now.stream().forEach(i -> watch.near(acceptances.list().get(i), after.part(i, verdicts, true)));
  }

  private Day on(LocalDate day) {
    Day known = days.get(day);
    if (known != null) {
      return known;
    }
    Day begun = new Day(acceptances);
    Day raced = days.putIfAbsent(day, begun);
    while (days.size() > MOST_DAYS) {
      days.pollFirstEntry();
    }
    return raced == null ? begun : raced;
  }

  /** What happened on the calls of one day. */
  private static final class Day {
    private static final AtomicReferenceFieldUpdater<Day, LimitUsage> USAGE =
        AtomicReferenceFieldUpdater.newUpdater(Day.class, LimitUsage.class, "usage");

    final LongAdder verdicts = new LongAdder();
    volatile LimitUsage usage;

    Day(Acceptances acceptances) {
      usage = LimitUsage.none(acceptances);
    }

    boolean swap(LimitUsage before, LimitUsage after) {
      return USAGE.compareAndSet(this, before, after);
    }
  }
}
