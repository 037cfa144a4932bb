package io.understudy.journal;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The number of intercepted calls of one call point in a session, by fate. Sums stop at 2^58.
 * Immutable.
 */
public final class PointTotals {
  private static final Fate[] FATES = Fate.values();

  /** A sum stays here instead of overflowing, so that even the sum of all fates is a long. */
  private static final long MOST = 1L << 58;

  private static final PointTotals NONE = new PointTotals(0, new long[FATES.length]);

  private final long intercepted;
  private final long[] fates;

  private PointTotals(long intercepted, long[] fates) {
    this.intercepted = intercepted;
    this.fates = fates;
  }

  /**
   * Creates totals.
   *
   * @param intercepted calls entered
   * @param fates calls ended, by fate; an absent fate counts 0; copied
   */
  public PointTotals(long intercepted, Map<Fate, Long> fates) {
    this(intercepted, new long[FATES.length]);
    fates.forEach((fate, count) -> this.fates[fate.ordinal()] = count);
  }

  /** Returns totals without any call. */
  public static PointTotals none() {
    return NONE;
  }

  /** Returns the sum of these totals and a tally. */
  public PointTotals plus(TallyEntry tally) {
    long[] both = fates.clone();
    for (Fate fate : FATES) {
      both[fate.ordinal()] = plus(both[fate.ordinal()], tally.fate(fate));
    }
    return new PointTotals(plus(intercepted, tally.intercepted()), both);
  }

  /** Returns the sum of these totals and others. */
  public PointTotals plus(PointTotals other) {
    long[] both = fates.clone();
    for (int i = 0; i < both.length; i++) {
      both[i] = plus(both[i], other.fates[i]);
    }
    return new PointTotals(plus(intercepted, other.intercepted), both);
  }

  private static long plus(long a, long b) {
    return Math.min(MOST, Math.min(MOST, a) + Math.min(MOST, b));
  }

  /** The number of calls entered. */
  public long intercepted() {
    return intercepted;
  }

  /** The number of calls with this fate. */
  public long fate(Fate fate) {
    return fates[fate.ordinal()];
  }

  /** The number of calls entered but not yet ended. */
  public long inFlight() {
    long open = intercepted;
    for (long ended : fates) {
      open -= ended;
    }
    return open;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PointTotals
        && intercepted == ((PointTotals) other).intercepted
        && Arrays.equals(fates, ((PointTotals) other).fates);
  }

  @Override
  public int hashCode() {
    return Long.hashCode(intercepted) * 31 + Arrays.hashCode(fates);
  }

  @Override
  public String toString() {
    Map<Fate, Long> some = new EnumMap<>(Fate.class);
    for (Fate fate : FATES) {
      if (fate(fate) != 0) {
        some.put(fate, fate(fate));
      }
    }
    return intercepted + " intercepted, " + some + ", " + inFlight() + " in flight";
  }
}
