package io.understudy.journal;

import io.understudy.compare.Difference;
import io.understudy.compare.Outcome;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One call as evidence, on its way into the journal: its inputs, what both sides did, and where
 * they disagree. Holds values as they are, live or frozen, so it is written soon and then
 * forgotten; the writer redacts and bounds them. Made by a {@link Builder}; not changed afterwards.
 */
public final class Example extends ExampleHead {
  private final @Nullable Object[] arguments;
  private final @Nullable Object @Nullable [] given;
  private final @Nullable Outcome control;
  private final @Nullable Outcome candidate;
  private final List<Difference> differences;

  private Example(Builder from) {
    super(from);
    this.arguments = from.arguments;
    this.given = from.given;
    this.control = from.control;
    this.candidate = from.candidate;
    this.differences = from.differences;
  }

  /**
   * Starts an example.
   *
   * @param point the name of the call point
   * @param fate what became of the call
   * @param atMillis when it was entered, milliseconds since the epoch
   */
  public static Builder builder(String point, Fate fate, long atMillis) {
    return new Builder(point, fate, atMillis);
  }

  /** The arguments as both sides received them, or the control where they differ. Not copied. */
  public @Nullable Object[] arguments() {
    return arguments;
  }

  /**
   * The arguments as the candidate received them, where generated ids were translated; null where
   * they are the control's. Not copied.
   */
  public @Nullable Object @Nullable [] given() {
    return given;
  }

  /** What the control did; null where it is not known. */
  public @Nullable Outcome control() {
    return control;
  }

  /** What the candidate did; null where it did not answer. */
  public @Nullable Outcome candidate() {
    return candidate;
  }

  /** The first differences. Unmodifiable. */
  public List<Difference> differences() {
    return differences;
  }

  /** Collects what is known of a call. Not thread-safe. */
  public static final class Builder extends ExampleHead.Builder<Builder> {
    private @Nullable Object[] arguments = new Object[0];
    private @Nullable Object @Nullable [] given;
    private @Nullable Outcome control;
    private @Nullable Outcome candidate;
    private List<Difference> differences = Collections.emptyList();

    private Builder(String point, Fate fate, long atMillis) {
      this.point = point;
      this.fate = fate;
      this.atMillis = atMillis;
    }

    @Override
    Builder self() {
      return this;
    }

    /** The arguments as both sides received them, frozen; the array is not copied. */
    public Builder arguments(@Nullable Object[] values) {
      this.arguments = values;
      return this;
    }

    /** The arguments as the candidate received them, frozen; null where they are the control's. */
    public Builder given(@Nullable Object @Nullable [] values) {
      this.given = values;
      return this;
    }

    /** What the control did, and in how many nanoseconds. */
    public Builder control(Outcome outcome, long nanos) {
      this.control = outcome;
      this.controlNanos = nanos;
      return this;
    }

    /** What the candidate did, or null where it did not answer, and in how many nanoseconds. */
    public Builder candidate(@Nullable Outcome outcome, long nanos) {
      this.candidate = outcome;
      this.candidateNanos = nanos;
      return this;
    }

    /** The first differences, and how many there are. */
    public Builder differences(List<Difference> first, long count) {
      this.differences = Collections.unmodifiableList(new ArrayList<>(first));
      this.differenceCount = count;
      return this;
    }

    /** The example as known so far. */
    public Example build() {
      return new Example(this);
    }
  }
}
