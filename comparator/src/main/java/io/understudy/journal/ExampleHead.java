package io.understudy.journal;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an example states of its call besides values. It is the same in an {@link Example}, which is
 * about to be written, and in an {@link ExampleEntry}, which was read. Immutable.
 */
abstract class ExampleHead {
  private final String point;
  private final Fate fate;
  private final long atMillis;
  private final @Nullable String reason;
  private final long controlNanos;
  private final long candidateNanos;
  private final long differenceCount;

  ExampleHead(Builder<?> from) {
    if (from.point == null || from.fate == null) {
      throw new IllegalStateException("an example needs point and fate");
    }
    this.point = from.point;
    this.fate = from.fate;
    this.atMillis = from.atMillis;
    this.reason = from.reason;
    this.controlNanos = from.controlNanos;
    this.candidateNanos = from.candidateNanos;
    this.differenceCount = from.differenceCount;
  }

  /** The name of the call point. */
  public String point() {
    return point;
  }

  /** What became of the call. */
  public Fate fate() {
    return fate;
  }

  /** When the call was entered, milliseconds since the epoch. */
  public long atMillis() {
    return atMillis;
  }

  /** Why the call ended so, one clause; null for a verdict. */
  public @Nullable String reason() {
    return reason;
  }

  /** How long the control took, nanoseconds; -1 where it is not known. */
  public long controlNanos() {
    return controlNanos;
  }

  /** How long the candidate took, or its time limit; nanoseconds; -1 where it is not known. */
  public long candidateNanos() {
    return candidateNanos;
  }

  /** How many differences there are, listed or not. */
  public long differenceCount() {
    return differenceCount;
  }

  final boolean hasHeadOf(ExampleHead that) {
    return point.equals(that.point)
        && fate == that.fate
        && atMillis == that.atMillis
        && Objects.equals(reason, that.reason)
        && controlNanos == that.controlNanos
        && candidateNanos == that.candidateNanos
        && differenceCount == that.differenceCount;
  }

  @Override
  public String toString() {
    return point + " " + fate.wireName() + ", " + differenceCount + " differences";
  }

  /** Collects what is known of a call. Not thread-safe. */
  abstract static class Builder<B extends Builder<B>> {
    @Nullable String point;
    @Nullable Fate fate;
    long atMillis;
    private @Nullable String reason;
    long controlNanos = -1;
    long candidateNanos = -1;
    long differenceCount;

    /** Sets why the call ended so, one clause; null for a verdict. */
    public final B reason(@Nullable String clause) {
      this.reason = clause;
      return self();
    }

    abstract B self();
  }
}
