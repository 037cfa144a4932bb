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
 * Which differences an acceptance covers: those for which all that is stated holds. Immutable,
 * equal by content; made by a {@link Builder}.
 *
 * <p>Where no kind is stated the kinds are {@code VALUE} and {@code TYPE}; where exceptions are
 * stated, {@code EXCEPTION}. All other kinds say that something is there, or happened, or could not
 * be compared at all, and are covered only where they are named.
 */
public final class AcceptanceCondition {
  private static final Set<DifferenceKind> UNSAID =
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

  /** Starts with differences anywhere. */
  public static Builder builder() {
    return new Builder();
  }

  /** Where. */
  public PathPattern path() {
    return path;
  }

  /** In which ways the sides differ. Unmodifiable. */
  public Set<DifferenceKind> kinds() {
    return kinds;
  }

  /** Whether it covers a difference. Calls no code of the application. */
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

  /** Whether differences between two numbers are among those that it covers. */
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

  /** Collects what must hold. Not thread-safe. */
  public static final class Builder {
    private PathPattern path = PathPattern.parse("/**");
    private final Set<DifferenceKind> kinds = EnumSet.noneOf(DifferenceKind.class);
    private @Nullable DeltaRange delta;
    private @Nullable TextMatch control;
    private @Nullable TextMatch candidate;
    private @Nullable String explained;
    private @Nullable ExceptionMatch thrown;

    private Builder() {}

    /** Where: exactly there, not below. An element known by its key is met by {@code *}. */
    public Builder path(PathPattern where) {
      this.path = where;
      return this;
    }

    /** In which way; any of several. */
    public Builder kind(DifferenceKind... any) {
      kinds.addAll(Arrays.asList(any));
      return this;
    }

    /** Both sides have numbers, and lie no further apart than this. */
    public Builder delta(DeltaRange most) {
      this.delta = most;
      return this;
    }

    /** What the control has there. */
    public Builder control(TextMatch value) {
      this.control = value;
      return this;
    }

    /** What the candidate has there. */
    public Builder candidate(TextMatch value) {
      this.candidate = value;
      return this;
    }

    /**
     * An explanation of the difference has this name, or begins with these words: {@code rounding}
     * covers {@code rounding HALF_UP/HALF_EVEN}.
     */
    public Builder explained(String name) {
      this.explained = name;
      return this;
    }

    /**
     * What each side threw, by the exact name of the class; {@code returned} for a side that
     * returned.
     *
     * @param byControl null for whatever the control did
     * @param byCandidate null for whatever the candidate did
     */
    public Builder threw(@Nullable String byControl, @Nullable String byCandidate) {
      this.thrown =
          byControl == null && byCandidate == null
              ? null
              : new ExceptionMatch(byControl, byCandidate);
      return this;
    }

    /**
     * The condition.
     *
     * @throws IllegalArgumentException when it would cover every difference, or can cover none
     */
    public AcceptanceCondition build() {
      Set<DifferenceKind> covered = kinds;
      if (kinds.isEmpty()) {
        covered = thrown == null ? UNSAID : EnumSet.of(DifferenceKind.EXCEPTION);
      }
      if (thrown != null && !covered.contains(DifferenceKind.EXCEPTION)) {
        throw new IllegalArgumentException(
            "exceptions are stated, but kind " + told(covered) + " has none: leave kind out");
      }
      AcceptanceCondition built = new AcceptanceCondition(this, covered);
      if (delta != null && !built.mayHaveAmount()) {
        throw new IllegalArgumentException(
            "a delta is stated, but kind " + told(covered) + " has no numbers: leave one out");
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

    private static String told(Set<DifferenceKind> kinds) {
      return kinds.toString().toUpperCase(Locale.ROOT);
    }
  }
}
