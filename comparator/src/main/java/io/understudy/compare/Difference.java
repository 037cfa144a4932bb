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
 * One place where two outcomes disagree. The values are what the sides have there: null, a scalar,
 * a {@link ThrownException}, or a graph, live or frozen; null also where a side has nothing ({@code
 * MISSING}, {@code EXTRA}). Immutable as far as its values are.
 */
public final class Difference {
  private static final List<Explanation> ID_OF_ANOTHER =
      Collections.singletonList(Explanation.of("id of another"));

  private final Path path;
  private final DifferenceKind kind;
  private final @Nullable Object control;
  private final @Nullable Object candidate;
  private final String reason;
  private final @Nullable String acceptedBy;

  /** Found when first asked for. */
  private @Nullable List<Explanation> explanations;

  /** States a difference that needs no reason. */
  public Difference(
      Path path, DifferenceKind kind, @Nullable Object control, @Nullable Object candidate) {
    this(path, kind, control, candidate, "");
  }

  /**
   * States a difference.
   *
   * @param reason one clause without values; empty where the kind says all
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
   * States a difference with what is known to explain it.
   *
   * @param explanations the most telling first; an empty list leaves them to be found
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

  /** The same difference, covered by the acceptance of this id. */
  public Difference acceptedBy(String id) {
    return new Difference(path, kind, control, candidate, reason, id, explanations);
  }

  /**
   * The same difference, with its explanations, between these values: its own, frozen or shown in
   * another way.
   */
  public Difference between(@Nullable Object newControl, @Nullable Object newCandidate) {
    return new Difference(path, kind, newControl, newCandidate, reason, acceptedBy, explanations());
  }

  /** Where, by the control's names; for {@code EXTRA} by the candidate's last one. */
  public Path path() {
    return path;
  }

  /** In which way. */
  public DifferenceKind kind() {
    return kind;
  }

  /** What the control has there. */
  public @Nullable Object control() {
    return control;
  }

  /** What the candidate has there. */
  public @Nullable Object candidate() {
    return candidate;
  }

  /**
   * Why nothing more could be said, for {@code OPAQUE}: one clause of classes and bounds, never
   * values. Empty where the kind says all.
   */
  public String reason() {
    return reason;
  }

  /** The id of the acceptance that covers it; null where none does. */
  public @Nullable String acceptedBy() {
    return acceptedBy;
  }

  /**
   * The candidate's number minus the control's, exactly; null where they are not both finite
   * numbers, where they are ids, or where their scales are so far apart that the result would have
   * thousands of digits.
   */
  public @Nullable BigDecimal delta() {
    if (isOfIds()) {
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
   * What is known to explain the difference, the most telling first; empty when nothing is. Found
   * when first asked for, in microseconds. Unmodifiable.
   */
  public List<Explanation> explanations() {
    // Racing threads find the same.
    List<Explanation> known = explanations;
    if (known == null) {
      known = isOfIds() ? ID_OF_ANOTHER : DifferenceExplanations.of(this);
      explanations = known;
    }
    return known;
  }

  /**
   * Whether two ids do not stand for each other, whatever they are: no other values have reasons.
   */
  private boolean isOfIds() {
    return kind == DifferenceKind.VALUE && !reason.isEmpty();
  }

  /** The shape of the difference within its call point: {@code /lines/*}{@code /price · VALUE}. */
  public String signature() {
    return path.generalised() + " · " + kind;
  }

  /**
   * One line: the place, the kind, both values as their sides print them, and in brackets the delta
   * and what explains it. What has parts is told by its class name, so that no code of it runs.
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
