package io.understudy.compare.accept;

import io.understudy.compare.Difference;
import io.understudy.compare.DifferenceKind;
import io.understudy.value.PathPattern;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The condition that selects the differences of an acceptance: all stated parts must hold.
 * Immutable, equal by content. A {@link Builder} creates it.
 *
 * <p>The default kinds are {@code VALUE} and {@code TYPE}; with exceptions stated, the default is
 * {@code EXCEPTION}. The condition covers any other kind only where it is named: those kinds report
 * that something is missing, was thrown or could not be compared.
 */
public final class AcceptanceCondition {
  private static final Set<DifferenceKind> DEFAULT_KINDS =
      EnumSet.of(DifferenceKind.VALUE, DifferenceKind.TYPE);

  private final PathPattern path;
  private final Set<DifferenceKind> kinds;
  private final boolean kindsStated;
  private final @Nullable DeltaRange delta;
  private final @Nullable TextMatch control;
  private final @Nullable TextMatch candidate;
  private final @Nullable String explained;
  private final @Nullable ExceptionMatch thrown;

  private AcceptanceCondition(Builder from, Set<DifferenceKind> kinds) {
    this.path = from.path;
    this.kinds = Collections.unmodifiableSet(EnumSet.copyOf(kinds));
    this.kindsStated = !from.kinds.isEmpty();
    this.delta = from.delta;
    this.control = from.control;
    this.candidate = from.candidate;
    this.explained = from.explained;
    this.thrown = from.thrown;
  }

  /** Starts a condition for differences at any path. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns the path of the differences. */
  public PathPattern path() {
    return path;
  }

  /** Returns the kinds of difference. Unmodifiable. */
  public Set<DifferenceKind> kinds() {
    return kinds;
  }

  /** Returns whether the condition covers a difference. Calls no application code. */
  public boolean covers(Difference difference) {
    return kinds.contains(difference.kind())
        && path.matches(difference.path())
        && (delta == null || isWithin(delta, difference.delta()))
        && (thrown == null || thrown.matches(difference))
        && (control == null || control.matches(difference.control()))
        && (candidate == null || candidate.matches(difference.candidate()))
        && (explained == null || isExplained(explained, difference));
  }

  private static boolean isWithin(DeltaRange delta, @Nullable BigDecimal actual) {
    return actual != null && delta.covers(actual);
  }

  private static boolean isExplained(String name, Difference difference) {
    return difference.explanations().stream().anyMatch(explanation -> explanation.is(name));
  }

  /** Returns whether the condition can cover differences between two numbers. */
  boolean mayHaveAmount() {
    return kinds.contains(DifferenceKind.VALUE) || kinds.contains(DifferenceKind.TYPE);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof AcceptanceCondition && toString().equals(other.toString());
  }

  @Override
  public int hashCode() {
    return toString().hashCode();
  }

  /** One line: {@code /tax VALUE by at most 0.01}. */
  @Override
  public String toString() {
    StringBuilder out = new StringBuilder(path.steps().isEmpty() ? "\"\"" : path.toString());
    if (kindsStated) {
      kinds.forEach(kind -> out.append(' ').append(kind));
    }
    if (delta != null) {
      out.append(" by ").append(delta);
    }
    if (thrown != null) {
      out.append(" where ").append(thrown);
    }
    if (control != null) {
      out.append(" control ").append(control);
    }
    if (candidate != null) {
      out.append(" candidate ").append(candidate);
    }
    return explained == null
        ? out.toString()
        : out.append(" explained ").append(explained).toString();
  }

  /** Collects the parts of a condition. Not thread-safe. */
  public static final class Builder {
    private PathPattern path = PathPattern.parse("/**");
    private final Set<DifferenceKind> kinds = EnumSet.noneOf(DifferenceKind.class);
    private @Nullable DeltaRange delta;
    private @Nullable TextMatch control;
    private @Nullable TextMatch candidate;
    private @Nullable String explained;
    private @Nullable ExceptionMatch thrown;

    private Builder() {}

    /**
     * Sets the exact path, without the paths below it. A {@code *} matches an element known by its
     * key.
     */
    public Builder path(PathPattern where) {
      this.path = where;
      return this;
    }

    /** Adds kinds; one of them must hold. */
    public Builder kind(DifferenceKind... any) {
      kinds.addAll(Arrays.asList(any));
      return this;
    }

    /** Requires two numbers whose difference is within this range. */
    public Builder delta(DeltaRange most) {
      this.delta = most;
      return this;
    }

    /** Sets what the control must have there. */
    public Builder control(TextMatch value) {
      this.control = value;
      return this;
    }

    /** Sets what the candidate must have there. */
    public Builder candidate(TextMatch value) {
      this.candidate = value;
      return this;
    }

    /**
     * Requires an explanation with this name, or one that begins with these words: {@code rounding}
     * covers {@code rounding HALF_UP/HALF_EVEN}.
     */
    public Builder explained(String name) {
      this.explained = name;
      return this;
    }

    /**
     * Sets what each side threw: the exact class name, or {@code returned} for a side that
     * returned.
     *
     * @param byControl null for any outcome of the control
     * @param byCandidate null for any outcome of the candidate
     */
    public Builder threw(@Nullable String byControl, @Nullable String byCandidate) {
      this.thrown =
          byControl == null && byCandidate == null
              ? null
              : new ExceptionMatch(byControl, byCandidate);
      return this;
    }

    /**
     * Creates the condition.
     *
     * @throws IllegalArgumentException when it would cover every difference, or cannot cover any
     *     difference
     */
    public AcceptanceCondition build() {
      Set<DifferenceKind> covered = kinds;
      if (kinds.isEmpty()) {
        covered = thrown == null ? DEFAULT_KINDS : EnumSet.of(DifferenceKind.EXCEPTION);
      }
      if (thrown != null && !covered.contains(DifferenceKind.EXCEPTION)) {
        throw new IllegalArgumentException(
            "exceptions are stated, but kind " + listed(covered) + " has none: leave kind out");
      }
      AcceptanceCondition built = new AcceptanceCondition(this, covered);
      if (delta != null && !built.mayHaveAmount()) {
        throw new IllegalArgumentException(
            "a delta is stated, but kind " + listed(covered) + " has no numbers: leave one out");
      }
      if (isEverything()) {
        throw new IllegalArgumentException(
            "this would accept every difference there is: state a path, delta, control, candidate,"
                + " explained or exceptions");
      }
      return built;
    }

    private boolean isEverything() {
      return path.steps().stream().allMatch("**"::equals)
          && !path.steps().isEmpty()
          && delta == null
          && control == null
          && candidate == null
          && explained == null
          && thrown == null;
    }

    private static String listed(Set<DifferenceKind> kinds) {
      return kinds.toString().toUpperCase(Locale.ROOT);
    }
  }
}
