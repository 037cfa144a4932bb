package io.understudy.report.summary;

import io.understudy.journal.Fate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * How many calls were intercepted, and what became of them. The equation of the books is:
 * intercepted = sum of the fates + in flight. Immutable; adding is commutative and associative.
 */
public final class Books {
  /** No calls. */
  public static final Books NONE = new Books(0, new long[Fate.values().length]);

  private static final Fate[] FATES = Fate.values();

  private final long intercepted;
  private final long[] fates;

  private Books(long intercepted, long[] fates) {
    this.intercepted = intercepted;
    this.fates = fates;
  }

  /** Books with so many intercepted calls and no fate yet. */
  public static Books intercepted(long calls) {
    return new Books(calls, new long[FATES.length]);
  }

  /** The same with so many more calls that ended so. */
  public Books with(Fate fate, long calls) {
    long[] more = fates.clone();
    more[fate.ordinal()] += calls;
    return new Books(intercepted, more);
  }

  /** The sum of both. */
  public Books plus(Books other) {
    long[] sum = fates.clone();
    for (int i = 0; i < sum.length; i++) {
      sum[i] += other.fates[i];
    }
    return new Books(intercepted + other.intercepted, sum);
  }

  /** How many calls were intercepted. */
  public long intercepted() {
    return intercepted;
  }

  /** How many calls ended so. */
  public long ended(Fate fate) {
    return fates[fate.ordinal()];
  }

  /** How many calls have ended. */
  public long ended() {
    return Arrays.stream(fates).sum();
  }

  /** How many calls have no fate yet; negative where more ended than were intercepted. */
  public long inFlight() {
    return intercepted - ended();
  }

  /** Whether no count contradicts another: no call ended that was not intercepted. */
  public boolean close() {
    return inFlight() >= 0 && Arrays.stream(fates).allMatch(n -> n >= 0);
  }

  /** How many calls were weighed. */
  public long verdicts() {
    long sum = 0;
    for (Fate fate : FATES) {
      sum += fate.isVerdict() ? ended(fate) : 0;
    }
    return sum;
  }

  /** How many calls had both outcomes compared: weighed, and answered in time. */
  public long compared() {
    return verdicts() - ended(Fate.TIMED_OUT);
  }

  /** How many calls agreed: matched or accepted. */
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
