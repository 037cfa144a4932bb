package io.understudy.journal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One call as evidence, read from a journal. Values are JSON texts, already redacted and limited;
 * docs/journal-format.md specifies how each kind of value is written. Immutable.
 */
public final class ExampleEntry extends ExampleHead {
  private final List<String> arguments;
  private final @Nullable List<String> given;
  private final @Nullable RecordedOutcome control;
  private final @Nullable RecordedOutcome candidate;
  private final List<RecordedDifference> differences;

  private ExampleEntry(Builder from) {
    super(from);
    this.arguments = Collections.unmodifiableList(from.arguments);
    this.given = from.given == null ? null : Collections.unmodifiableList(from.given);
    this.control = from.control;
    this.candidate = from.candidate;
    this.differences = Collections.unmodifiableList(new ArrayList<>(from.differences));
  }

  /**
   * The arguments that both sides received, or those of the control if they differ, as JSON texts.
   * Unmodifiable.
   */
  public List<String> arguments() {
    return arguments;
  }

  /**
   * The arguments that the candidate received, with translated ids, as JSON texts; null if they are
   * the control's. Unmodifiable.
   */
  public @Nullable List<String> given() {
    return given;
  }

  /** The outcome of the control; null if unknown. */
  public @Nullable RecordedOutcome control() {
    return control;
  }

  /** The outcome of the candidate; null if it did not answer. */
  public @Nullable RecordedOutcome candidate() {
    return candidate;
  }

  /** The first differences. Unmodifiable. */
  public List<RecordedDifference> differences() {
    return differences;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    if (!(other instanceof ExampleEntry)) {
      return false;
    }
    ExampleEntry that = (ExampleEntry) other;
    return hasHeadOf(that)
        && arguments.equals(that.arguments)
        && Objects.equals(given, that.given)
        && Objects.equals(control, that.control)
        && Objects.equals(candidate, that.candidate)
        && differences.equals(that.differences);
  }

  @Override
  public int hashCode() {
    return Objects.hash(point(), atMillis(), differenceCount());
  }

  /** Collects the fields of an example in any order. Not thread-safe. */
  public static final class Builder extends ExampleHead.Builder<Builder> {
    private List<String> arguments = Collections.emptyList();
    private @Nullable List<String> given;
    private @Nullable RecordedOutcome control;
    private @Nullable RecordedOutcome candidate;
    private final List<RecordedDifference> differences = new ArrayList<>();

    /** Starts an example without any field. */
    public Builder() {}

    @Override
    Builder self() {
      return this;
    }

    /** Sets the name of the call point; required. */
    public Builder point(String name) {
      this.point = name;
      return this;
    }

    /** Sets the fate of the call; required. */
    public Builder fate(Fate what) {
      this.fate = what;
      return this;
    }

    /** Sets when the call was entered, milliseconds since the epoch; default 0. */
    public Builder atMillis(long millis) {
      this.atMillis = millis;
      return this;
    }

    /** Sets the duration of the control, nanoseconds; default -1. */
    public Builder controlNanos(long nanos) {
      this.controlNanos = nanos;
      return this;
    }

    /** Sets the duration of the candidate, nanoseconds; default -1. */
    public Builder candidateNanos(long nanos) {
      this.candidateNanos = nanos;
      return this;
    }

    /** Sets the number of all differences, listed or not. */
    public Builder differenceCount(long count) {
      this.differenceCount = count;
      return this;
    }

    /** Adds a difference after the earlier ones. */
    public Builder difference(RecordedDifference next) {
      differences.add(next);
      return this;
    }

    /** Sets the outcome of the control. */
    public Builder control(RecordedOutcome outcome) {
      this.control = outcome;
      return this;
    }

    /** Sets the outcome of the candidate. */
    public Builder candidate(RecordedOutcome outcome) {
      this.candidate = outcome;
      return this;
    }

    /** Sets the arguments as JSON texts; the list is not copied. */
    public Builder arguments(List<String> texts) {
      this.arguments = texts;
      return this;
    }

    /** Sets the arguments of the candidate as JSON texts; the list is not copied. */
    public Builder given(List<String> texts) {
      this.given = texts;
      return this;
    }

    /**
     * Creates the example.
     *
     * @throws IllegalStateException when the call point or the fate is not set
     */
    public ExampleEntry build() {
      return new ExampleEntry(this);
    }
  }
}
