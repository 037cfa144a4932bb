package io.understudy.compare;

import io.understudy.compare.explain.Explanation;
import io.understudy.value.Path;
import io.understudy.value.view.ExactNumbers;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One place where two outcomes disagree. The value of a side is null, a scalar, a {@link
 * ThrownException}, or a graph, live or frozen; it is null also where a side has nothing ({@code
 * MISSING}, {@code EXTRA}). Immutable as far as its values are.
 */
public final class Difference {
  /** The reason of a difference of ids: an earlier comparison paired one of them with another. */
  public static final String ID_TAKEN = "one of these ids stands for another";

  /** The reason of a difference of ids: this comparison pairs one of them with another. */
  public static final String ID_TAKEN_HERE =
      "one of these ids stands for another in the same comparison";

  /** The reason where only the candidate's value counts, and does not match a pattern. */
  public static final String NO_MATCH = "the candidate's text does not match the pattern";

  private static final List<Explanation> ID_OF_ANOTHER =
      Collections.singletonList(Explanation.of("id of another"));

  private final Path path;
  private final DifferenceKind kind;
  private final @Nullable Object control;
  private final @Nullable Object candidate;
  private final String reason;
  private final @Nullable String acceptedBy;

  /** Computed at the first call of {@link #explanations()}; null before. */
  private @Nullable List<Explanation> explanations;

  /** Creates a difference without a reason. */
  public Difference(
      Path path, DifferenceKind kind, @Nullable Object control, @Nullable Object candidate) {
    this(path, kind, control, candidate, "");
  }

  /**
   * Creates a difference.
   *
   * @param reason one clause without values; empty where the kind is enough
   */
  public Difference(
      Path path,
      DifferenceKind kind,
      @Nullable Object control,
      @Nullable Object candidate,
      String reason) {
    this(path, kind, control, candidate, reason, null, null);
  }

  /**
   * Creates a difference with its explanations.
   *
   * @param explanations the most specific first; where the list is empty, {@link #explanations()}
   *     computes them
   */
  public Difference(
      Path path,
      DifferenceKind kind,
      @Nullable Object control,
      @Nullable Object candidate,
      List<Explanation> explanations) {
    this(path, kind, control, candidate, "", null, explanations.isEmpty() ? null : explanations);
  }

  private Difference(
      Path path,
      DifferenceKind kind,
      @Nullable Object control,
      @Nullable Object candidate,
      String reason,
      @Nullable String acceptedBy,
      @Nullable List<Explanation> explanations) {
    this.path = path;
    this.kind = kind;
    this.control = control;
    this.candidate = candidate;
    this.reason = reason;
    this.acceptedBy = acceptedBy;
    this.explanations = explanations;
  }

  /** Returns the same difference, covered by the acceptance with this id. */
  public Difference acceptedBy(String id) {
    return new Difference(path, kind, control, candidate, reason, id, explanations);
  }

  /** Returns the same difference with a reason, unless it has one. */
  public Difference because(String why) {
    return reason.isEmpty()
        ? new Difference(path, kind, control, candidate, why, acceptedBy, explanations)
        : this;
  }

  /**
   * Returns the same difference, with its explanations, between these values: its own values,
   * frozen or in another form.
   */
  public Difference between(@Nullable Object newControl, @Nullable Object newCandidate) {
    return new Difference(path, kind, newControl, newCandidate, reason, acceptedBy, explanations());
  }

  /** The path by the control's names; for {@code EXTRA} the last step is the candidate's. */
  public Path path() {
    return path;
  }

  /** The way in which the outcomes disagree. */
  public DifferenceKind kind() {
    return kind;
  }

  /** The control's value at the path; null where it is null or missing. */
  public @Nullable Object control() {
    return control;
  }

  /** The candidate's value at the path; null where it is null or missing. */
  public @Nullable Object candidate() {
    return candidate;
  }

  /**
   * Why the values could not be compared, for {@code OPAQUE}, or why they differ where the kind and
   * the values do not show it: one clause with class names and limits, without values. Empty where
   * the kind is enough.
   */
  public String reason() {
    return reason;
  }

  /** The id of the acceptance that covers the difference; null where it is not accepted. */
  public @Nullable String acceptedBy() {
    return acceptedBy;
  }

  /**
   * The candidate's number minus the control's, exactly. Null where a value is not a finite number,
   * where the values are ids, where only the candidate's value counts, or where the result would
   * have thousands of digits.
   */
  public @Nullable BigDecimal delta() {
    if (isOfIds() || isOfCandidateAlone()) {
      return null;
    }
    BigDecimal mine = number(control);
    BigDecimal theirs = number(candidate);
    return mine == null || theirs == null ? null : ExactNumbers.difference(mine, theirs);
  }

  private static @Nullable BigDecimal number(@Nullable Object value) {
    return value instanceof ThrownException ? null : ExactNumbers.finiteOrNull(value);
  }

  /**
   * The explanations of the difference, the most specific first; empty where there is none. The
   * first call computes them, in microseconds. Unmodifiable.
   */
  public List<Explanation> explanations() {
    // Threads that race compute equal lists.
    List<Explanation> known = explanations;
    if (known == null) {
      known = computedExplanations();
      explanations = known;
    }
    return known;
  }

  private List<Explanation> computedExplanations() {
    if (isOfIds()) {
      return ID_OF_ANOTHER;
    }
    return isOfCandidateAlone() ? Collections.emptyList() : DifferenceExplanations.of(this);
  }

  /** Whether the values are ids that are not a pair: their distance means nothing. */
  private boolean isOfIds() {
    return reason.equals(ID_TAKEN) || reason.equals(ID_TAKEN_HERE);
  }

  /** Whether the control's value does not count, so that a relation to it means nothing. */
  private boolean isOfCandidateAlone() {
    return reason.equals(NO_MATCH);
  }

  /** The shape of the difference within its call point: {@code /lines/*}{@code /price · VALUE}. */
  public String signature() {
    return path.generalised() + " · " + kind;
  }

  /**
   * One line: the path, the kind, both values as text, and in brackets the delta and the
   * explanations. An object with parts prints as its class name, so that no code of the application
   * runs.
   */
  @Override
  public String toString() {
    List<String> notes = new ArrayList<>();
    BigDecimal delta = delta();
    if (delta != null && delta.signum() != 0) {
      notes.add(ValueText.delta(delta));
    }
    explanations().forEach(explanation -> notes.add(explanation.name()));
    if (!reason.isEmpty()) {
      notes.add(reason);
    }
    String line = where() + " " + kind + ": " + ValueText.sides(kind, control, candidate);
    return notes.isEmpty() ? line : line + " (" + String.join(", ", notes) + ")";
  }

  private String where() {
    return path.parent() == null ? "(root)" : path.toString();
  }
}
