package io.understudy.journal;

import io.understudy.value.CountText;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The part of an example that contains no values. An {@link Example} before writing and an {@link
 * ExampleEntry} after reading share it. Immutable.
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

  /** The fate of the call. */
  public Fate fate() {
    return fate;
  }

  /** When the call was entered, milliseconds since the epoch. */
  public long atMillis() {
    return atMillis;
  }

  /** Why the call has its fate, one clause; null for a verdict. */
  public @Nullable String reason() {
    return reason;
  }

  /** The duration of the control, nanoseconds; -1 if unknown. */
  public long controlNanos() {
    return controlNanos;
  }

  /** The duration of the candidate, or its time limit, nanoseconds; -1 if unknown. */
  public long candidateNanos() {
    return candidateNanos;
  }

  /** The number of all differences, listed or not. */
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
    return point + " " + fate.wireName() + ", " + CountText.of(differenceCount, "difference");
  }

  /** Collects the parts of an example. Not thread-safe. */
  abstract static class Builder<B extends Builder<B>> {
    @Nullable String point;
    @Nullable Fate fate;
    long atMillis;
    private @Nullable String reason;
    long controlNanos = -1;
    long candidateNanos = -1;
    long differenceCount;

    /** Sets why the call has its fate, one clause; null for a verdict. */
    public final B reason(@Nullable String clause) {
      this.reason = clause;
      return self();
    }

    abstract B self();
  }
}
