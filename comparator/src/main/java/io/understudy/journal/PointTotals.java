package io.understudy.journal;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How many calls of one call point a session intercepted, and what became of them. Immutable. */
public final class PointTotals {
  private static final Fate[] FATES = Fate.values();
  private static final PointTotals NONE = new PointTotals(0, new long[FATES.length]);

  private final long intercepted;
  private final long[] fates;

  private PointTotals(long intercepted, long[] fates) {
    this.intercepted = intercepted;
    this.fates = fates;
  }

  /**
   * States totals.
   *
   * @param intercepted calls entered
   * @param fates calls ended, by fate; a fate that is absent has none; copied
   */
  public PointTotals(long intercepted, Map<Fate, Long> fates) {
    this(intercepted, new long[FATES.length]);
    fates.forEach((fate, count) -> this.fates[fate.ordinal()] = count);
  }

  /** No call at all. */
  public static PointTotals none() {
    return NONE;
  }

  /** These totals with those of a tally added. */
  public PointTotals plus(TallyEntry tally) {
    long[] both = fates.clone();
    for (Fate fate : FATES) {
      both[fate.ordinal()] += tally.fate(fate);
    }
    return new PointTotals(intercepted + tally.intercepted(), both);
  }

  /** These totals with others added. */
  public PointTotals plus(PointTotals other) {
    long[] both = fates.clone();
    for (int i = 0; i < both.length; i++) {
      both[i] += other.fates[i];
    }
    return new PointTotals(intercepted + other.intercepted, both);
  }

  /** How many calls were entered. */
  public long intercepted() {
    return intercepted;
  }

  /** How many calls ended so. */
  public long fate(Fate fate) {
    return fates[fate.ordinal()];
  }

  /** How many calls were entered and have not ended. */
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
