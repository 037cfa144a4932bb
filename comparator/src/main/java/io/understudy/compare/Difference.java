package io.understudy.compare;

import io.understudy.value.Path;
import org.jspecify.annotations.Nullable;

/**
 * One place where two outcomes disagree. The values are what the sides have there: null, a scalar,
 * or a graph, live or frozen; null also where a side has nothing ({@code MISSING}, {@code EXTRA}).
 * Immutable as far as its values are.
 */
public final class Difference {
  private final Path path;
  private final DifferenceKind kind;
  private final @Nullable Object control;
  private final @Nullable Object candidate;

  /** States a difference. */
  public Difference(
      Path path, DifferenceKind kind, @Nullable Object control, @Nullable Object candidate) {
    this.path = path;
    this.kind = kind;
    this.control = control;
    this.candidate = candidate;
  }

  /** Where, by the control's names. */
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

  /** The shape of the difference within its call point: {@code /lines/*}{@code /price · VALUE}. */
  public String signature() {
    return path.generalised() + " · " + kind;
  }

  @Override
  public String toString() {
    return path + " " + kind + ": " + control + " / " + candidate;
  }
}
