package io.understudy.compare;

import io.understudy.value.PathPattern;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What counts as equal for one call point. Immutable; made by a {@link Builder}. */
public final class Rules {
  private static final Rules NONE = builder().build();

  final Mode mode;
  final List<PathPattern> ignore;
  final List<PathPattern> unordered;
  final boolean exceptionMessages;
  final boolean arguments;

  private Rules(Builder from) {
    this.mode = from.mode;
    this.ignore = new ArrayList<>(from.ignore);
    this.unordered = new ArrayList<>(from.unordered);
    this.exceptionMessages = from.exceptionMessages;
    this.arguments = from.arguments;
  }

  /** Mode {@code VALUE} and no rule. */
  public static Rules none() {
    return NONE;
  }

  /** Starts with mode {@code VALUE} and no rule. */
  public static Builder builder() {
    return new Builder();
  }

  /** Whether arguments are compared as they stood after the call. */
  public boolean arguments() {
    return arguments;
  }

  /** Collects rules. Not thread-safe. */
  public static final class Builder {
    private Mode mode = Mode.VALUE;
    private final List<PathPattern> ignore = new ArrayList<>();
    private final List<PathPattern> unordered = new ArrayList<>();
    private boolean exceptionMessages;
    private boolean arguments;

    private Builder() {}

    /** How much of a value's representation counts. */
    public Builder mode(Mode mode) {
      this.mode = mode;
      return this;
    }

    /** What these cover is not compared. */
    public Builder ignore(PathPattern... patterns) {
      ignore.addAll(Arrays.asList(patterns));
      return this;
    }

    /** Numbers there may differ by at most {@code most}, the boundary included. */
    public Builder tolerateAbsolute(PathPattern pattern, BigDecimal most) {
      return this;
    }

    /** Numbers there may differ by at most {@code most} times the larger magnitude, included. */
    public Builder tolerateRelative(PathPattern pattern, BigDecimal most) {
      return this;
    }

    /** Lists there are compared as multisets. */
    public Builder unordered(PathPattern... patterns) {
      unordered.addAll(Arrays.asList(patterns));
      return this;
    }

    /** Elements of the list there are paired by the part named {@code key}. */
    public Builder keyed(PathPattern list, String key) {
      return this;
    }

    /** What the control has at {@code control}, the candidate has at {@code candidate}. */
    public Builder rename(PathPattern control, PathPattern candidate) {
      return this;
    }

    /** Whether exceptions must agree in their messages too. */
    public Builder exceptionMessages(boolean compared) {
      exceptionMessages = compared;
      return this;
    }

    /** Whether the arguments are compared as they stand after the call. */
    public Builder arguments(boolean compared) {
      arguments = compared;
      return this;
    }

    /**
     * The rules collected so far.
     *
     * @throws IllegalArgumentException when two rules contradict each other, saying which
     */
    public Rules build() {
      return new Rules(this);
    }
  }
}
