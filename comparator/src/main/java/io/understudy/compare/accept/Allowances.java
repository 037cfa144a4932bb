package io.understudy.compare.accept;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import java.util.concurrent.atomic.LongAdder;

/**
 * The unused part of the limits of one call point's acceptances, for each UTC day of calls, in one
 * JVM. Thread-safe, without locks.
 *
 * <p>A call is compared with the session that {@link #start} returns. If all its differences were
 * accepted, the caller calls {@link #take}. It grants everything that the call needs, or nothing.
 * If it grants nothing, at least one limit is now breached, and the call is compared again without
 * the breached acceptances. So an accepted call counts exactly once against each limit that it
 * needs, and any other call uses up nothing.
 *
 * <p>A call that ends after midnight counts on the day on which it was entered. The last 32 days
 * are kept.
 */
public final class Allowances {
  private static final int MOST_DAYS = 32;

  private final Acceptances acceptances;
  private final boolean hasRate;
  private final ConcurrentNavigableMap<LocalDate, Day> days = new ConcurrentSkipListMap<>();

  private Allowances(Acceptances acceptances) {
    this.acceptances = acceptances;
    this.hasRate = acceptances.list().stream().anyMatch(one -> one.limit().rate() != null);
  }

  /** Creates allowances of which nothing is used up. */
  public static Allowances of(Acceptances acceptances) {
    return new Allowances(acceptances);
  }

  /** Starts a session for one comparison of a call that was entered on this day, in UTC. */
  public AcceptanceSession start(LocalDate day) {
    return new AcceptanceSession(acceptances, day, on(day).usage.breached());
  }

  /** Counts a verdict, of any kind, on a call of this day: a rate is a share of the verdicts. */
  public void countVerdict(LocalDate day) {
    if (hasRate) {
      on(day).verdicts.increment();
    }
  }

  /**
   * Takes what an accepted comparison needs.
   *
   * @param session the session of the comparison
   * @param listener receives the limits that this call has nearly used up, or breached
   * @return whether the call is accepted; if not, compare it again with another {@link #start},
   *     where at least one acceptance fewer is in force
   */
  public boolean take(AcceptanceSession session, LimitListener listener) {
    Day day = on(session.day());
    while (true) {
      LimitUsage before = day.usage;
      if (session.hasCoveredAny(before.breached())) {
        return false;
      }
      // The verdict on this call is counted later; include it here.
      long verdicts = day.verdicts.sum() + 1;
      LimitUsage after = before.plus(session, verdicts);
      BitSet exceeded = session.coveredNumbers();
      exceeded.and(after.exceeded(verdicts));
      if (exceeded.isEmpty()) {
        if (day.swap(before, after)) {
          reportNear(before, after, verdicts, listener);
          return true;
        }
      } else if (day.swap(before, before.withBreached(exceeded))) {
        exceeded.stream()
            .forEach(
                i -> listener.breached(acceptances.list().get(i), after.part(i, verdicts, false)));
        return false;
      }
    }
  }

  private void reportNear(
      LimitUsage before, LimitUsage after, long verdicts, LimitListener listener) {
    BitSet now = (BitSet) after.near().clone();
    now.andNot(before.near());
    now.stream()
        .forEach(i -> listener.near(acceptances.list().get(i), after.part(i, verdicts, true)));
  }

  private Day on(LocalDate day) {
    Day known = days.get(day);
    if (known != null) {
      return known;
    }
    Day created = new Day(acceptances);
    Day raced = days.putIfAbsent(day, created);
    while (days.size() > MOST_DAYS) {
      days.pollFirstEntry();
    }
    return raced == null ? created : raced;
  }

  /** The verdicts and the used part of the limits of one day. */
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
