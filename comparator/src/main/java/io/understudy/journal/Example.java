package io.understudy.journal;

import io.understudy.compare.Difference;
import io.understudy.compare.Outcome;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One call as evidence, before it is written: its inputs, both outcomes and their differences. It
 * refers to live or frozen values, so write it soon and then drop it. The writer redacts and limits
 * the values. A {@link Builder} creates it; it does not change afterwards.
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
   * @param fate the fate of the call
   * @param atMillis when it was entered, milliseconds since the epoch
   */
  public static Builder builder(String point, Fate fate, long atMillis) {
    return new Builder(point, fate, atMillis);
  }

  /** The arguments that both sides received, or those of the control if they differ. Not copied. */
  public @Nullable Object[] arguments() {
    return arguments;
  }

  /**
   * The arguments that the candidate received, with translated ids; null if they are the control's.
   * Not copied.
   */
  public @Nullable Object @Nullable [] given() {
    return given;
  }

  /** The outcome of the control; null if unknown. */
  public @Nullable Outcome control() {
    return control;
  }

  /** The outcome of the candidate; null if it did not answer. */
  public @Nullable Outcome candidate() {
    return candidate;
  }

  /** The first differences. Unmodifiable. */
  public List<Difference> differences() {
    return differences;
  }

  /** Collects the parts of an example. Not thread-safe. */
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

    /** Sets the arguments that both sides received, frozen; the array is not copied. */
    public Builder arguments(@Nullable Object[] values) {
      this.arguments = values;
      return this;
    }

    /** Sets the arguments that the candidate received, frozen; null if they are the control's. */
    public Builder given(@Nullable Object @Nullable [] values) {
      this.given = values;
      return this;
    }

    /** Sets the outcome of the control and its duration in nanoseconds. */
    public Builder control(Outcome outcome, long nanos) {
      this.control = outcome;
      this.controlNanos = nanos;
      return this;
    }

    /**
     * Sets the outcome of the candidate, null if it did not answer, and its duration in
     * nanoseconds.
     */
    public Builder candidate(@Nullable Outcome outcome, long nanos) {
      this.candidate = outcome;
      this.candidateNanos = nanos;
      return this;
    }

    /** Sets the first differences and the number of all differences; the list is copied. */
    public Builder differences(List<Difference> first, long count) {
      this.differences = Collections.unmodifiableList(new ArrayList<>(first));
      this.differenceCount = count;
      return this;
    }

    /** Creates the example. */
    public Example build() {
      return new Example(this);
    }
  }
}
