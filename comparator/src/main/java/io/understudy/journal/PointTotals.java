package io.understudy.journal;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How many calls of one call point a session intercepted, and what became of them. Immutable. */
public final class PointTotals {
  private static final PointTotals NONE = new PointTotals(0, new EnumMap<>(Fate.class));

  private final long intercepted;
  private final EnumMap<Fate, Long> fates;

  /**
   * States totals.
   *
   * @param intercepted calls entered
   * @param fates calls ended, by fate; a fate that is absent has none; copied
   */
  public PointTotals(long intercepted, Map<Fate, Long> fates) {
    this.intercepted = intercepted;
    this.fates = new EnumMap<>(Fate.class);
    this.fates.putAll(fates);
    this.fates.values().removeIf(count -> count == 0);
  }

  /** No call at all. */
  public static PointTotals none() {
    return NONE;
  }

  /** These totals with those of a tally added. */
  public PointTotals plus(TallyEntry tally) {
    EnumMap<Fate, Long> both = new EnumMap<>(fates);
    for (Fate fate : Fate.values()) {
      both.merge(fate, tally.fate(fate), Long::sum);
    }
    return new PointTotals(intercepted + tally.intercepted(), both);
  }

  /** These totals with others added. */
  public PointTotals plus(PointTotals other) {
    EnumMap<Fate, Long> both = new EnumMap<>(fates);
    other.fates.forEach((fate, count) -> both.merge(fate, count, Long::sum));
    return new PointTotals(intercepted + other.intercepted, both);
  }

  /** How many calls were entered. */
  public long intercepted() {
    return intercepted;
  }

  /** How many calls ended so. */
  public long fate(Fate fate) {
    return fates.getOrDefault(fate, 0L);
  }

  /** How many calls were entered and have not ended. */
  public long inFlight() {
    long open = intercepted;
    for (long ended : fates.values()) {
      open -= ended;
    }
    return open;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PointTotals
        && intercepted == ((PointTotals) other).intercepted
        && fates.equals(((PointTotals) other).fates);
  }

  @Override
  public int hashCode() {
    return Long.hashCode(intercepted) * 31 + fates.hashCode();
  }

  @Override
  public String toString() {
    return intercepted + " intercepted, " + fates + ", " + inFlight() + " in flight";
  }
}
