package io.understudy.report.summary;

import io.understudy.journal.Fate;
import io.understudy.journal.TallyEntry;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The number of intercepted calls and of each of their fates. The equation of the books is:
 * intercepted = sum of the fates + in flight. Immutable; adding is commutative and associative.
 */
public final class Books {
  /** No call. */
  public static final Books NONE = new Books(0, new long[Fate.values().length]);

  private static final Fate[] FATES = Fate.values();

  /** A sum stays here instead of overflowing, so that even the sum of all fates is a long. */
  private static final long MOST = 1L << 58;

  private final long intercepted;
  private final long[] fates;

  private Books(long intercepted, long[] fates) {
    this.intercepted = intercepted;
    this.fates = fates;
  }

  /** Creates books with intercepted calls and no fate. */
  public static Books intercepted(long calls) {
    return new Books(Math.min(MOST, calls), new long[FATES.length]);
  }

  /** Returns the books of one tally. */
  public static Books of(TallyEntry tally) {
    long[] counts = new long[FATES.length];
    for (int i = 0; i < counts.length; i++) {
      counts[i] = tally.fate(FATES[i]);
    }
    return new Books(tally.intercepted(), counts);
  }

  /** Returns these books with {@code calls} added to a fate. */
  public Books with(Fate fate, long calls) {
    long[] more = fates.clone();
    // Both are at most 2^63, and a negative count must stay visible.
    more[fate.ordinal()] = Math.min(MOST, more[fate.ordinal()]) + Math.min(MOST, calls);
    return new Books(intercepted, more);
  }

  /** Returns the sum of both. */
  public Books plus(Books other) {
    long[] sum = fates.clone();
    for (int i = 0; i < sum.length; i++) {
      sum[i] = Math.min(MOST, sum[i] + other.fates[i]);
    }
    return new Books(Math.min(MOST, intercepted + other.intercepted), sum);
  }

  /** Returns the number of intercepted calls. */
  public long intercepted() {
    return intercepted;
  }

  /** Returns the number of calls with this fate. */
  public long ended(Fate fate) {
    return fates[fate.ordinal()];
  }

  /** Returns the number of calls with any fate. */
  public long ended() {
    return Arrays.stream(fates).sum();
  }

  /**
   * Returns the number of calls without a fate; negative where more ended than were intercepted.
   */
  public long inFlight() {
    return intercepted - ended();
  }

  /** Whether a count is too large to be exact. No real journals have that many calls. */
  public boolean isTooLarge() {
    return intercepted >= MOST || Arrays.stream(fates).anyMatch(n -> n >= MOST);
  }

  /** Whether no count is negative and no more calls ended than were intercepted. */
  public boolean isBalanced() {
    return inFlight() >= 0 && Arrays.stream(fates).allMatch(n -> n >= 0);
  }

  /** Returns the number of verdicts: matched, accepted, mismatched and timed-out calls. */
  public long verdicts() {
    long sum = 0;
    for (Fate fate : FATES) {
      sum += fate.isVerdict() ? ended(fate) : 0;
    }
    return sum;
  }

  /** Returns the number of calls whose two outcomes were compared: verdicts without timeouts. */
  public long compared() {
    return verdicts() - ended(Fate.TIMED_OUT);
  }

  /** Returns the number of calls that agreed: matched and accepted ones. */
  public long agreed() {
    return ended(Fate.MATCHED) + ended(Fate.ACCEPTED);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Books that
        && intercepted == that.intercepted
        && Arrays.equals(fates, that.fates);
  }

  @Override
  public int hashCode() {
    return 31 * Long.hashCode(intercepted) + Arrays.hashCode(fates);
  }

  @Override
  public String toString() {
    StringBuilder out = new StringBuilder().append(intercepted).append(" intercepted");
    for (Fate fate : FATES) {
      if (ended(fate) != 0) {
        out.append(", ").append(ended(fate)).append(' ').append(fate.wireName());
      }
    }
    return out.append(", ").append(inFlight()).append(" in flight").toString();
  }
}
