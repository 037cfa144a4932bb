package io.understudy.journal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One call as evidence, as a journal holds it: values are JSON texts, redacted and bounded when
 * they were written; docs/journal-format.md says how each kind of value is rendered. Immutable.
 */
public final class ExampleEntry {
  private final String point;
  private final Fate fate;
  private final long atMillis;
  private final @Nullable String reason;
  private final long controlNanos;
  private final long candidateNanos;
  private final List<String> arguments;
  private final @Nullable List<String> given;
  private final @Nullable RecordedOutcome control;
  private final @Nullable RecordedOutcome candidate;
  private final List<RecordedDifference> differences;
  private final long differenceCount;

  private ExampleEntry(Builder from, String point, Fate fate) {
    this.point = point;
    this.fate = fate;
    this.atMillis = from.atMillis;
    this.reason = from.reason;
    this.controlNanos = from.controlNanos;
    this.candidateNanos = from.candidateNanos;
    this.arguments = Collections.unmodifiableList(from.arguments);
    this.given = from.given == null ? null : Collections.unmodifiableList(from.given);
    this.control = from.control;
    this.candidate = from.candidate;
    this.differences = Collections.unmodifiableList(from.differences);
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

  /** Why it ended so, one clause; null for a verdict. */
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

  /**
   * The arguments as both sides received them, or the control where they differ; as JSON texts.
   * Unmodifiable.
   */
  public List<String> arguments() {
    return arguments;
  }

  /**
   * The arguments as the candidate received them, where generated ids were translated; null where
   * they are the control's. As JSON texts. Unmodifiable.
   */
  public @Nullable List<String> given() {
    return given;
  }

  /** What the control did; null where it is not known. */
  public @Nullable RecordedOutcome control() {
    return control;
  }

  /** What the candidate did; null where it did not answer. */
  public @Nullable RecordedOutcome candidate() {
    return candidate;
  }

  /** The first differences. Unmodifiable. */
  public List<RecordedDifference> differences() {
    return differences;
  }

  /** How many differences there were, listed or not. */
  public long differenceCount() {
    return differenceCount;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    if (!(other instanceof ExampleEntry)) {
      return false;
    }
    ExampleEntry that = (ExampleEntry) other;
    return point.equals(that.point)
        && fate == that.fate
        && atMillis == that.atMillis
        && Objects.equals(reason, that.reason)
        && controlNanos == that.controlNanos
        && candidateNanos == that.candidateNanos
        && arguments.equals(that.arguments)
        && Objects.equals(given, that.given)
        && Objects.equals(control, that.control)
        && Objects.equals(candidate, that.candidate)
        && differences.equals(that.differences)
        && differenceCount == that.differenceCount;
  }

  @Override
  public int hashCode() {
    return Objects.hash(point, atMillis, differenceCount);
  }

  @Override
  public String toString() {
    return point + " " + fate.wireName() + ", " + differenceCount + " differences";
  }

  /** What has been read of an example so far. */
  static final class Builder {
    @Nullable String point;
    @Nullable Fate fate;
    long atMillis;
    @Nullable String reason;
    long controlNanos = -1;
    long candidateNanos = -1;
    List<String> arguments = new ArrayList<>();
    @Nullable List<String> given;
    @Nullable RecordedOutcome control;
    @Nullable RecordedOutcome candidate;
    List<RecordedDifference> differences = new ArrayList<>();
    long differenceCount;

    ExampleEntry build() {
      return new ExampleEntry(
          this, Objects.requireNonNull(point, "point"), Objects.requireNonNull(fate, "fate"));
    }
  }
}
