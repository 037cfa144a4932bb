package io.understudy.journal;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A difference as a journal holds it: values are JSON texts. Immutable. */
public final class RecordedDifference {
  private final String path;
  private final String kind;
  private final String signature;
  private final String control;
  private final String candidate;
  private final @Nullable String controlType;
  private final @Nullable String candidateType;

  RecordedDifference(
      String path,
      String kind,
      String signature,
      String control,
      String candidate,
      @Nullable String controlType,
      @Nullable String candidateType) {
    this.path = path;
    this.kind = kind;
    this.signature = signature;
    this.control = control;
    this.candidate = candidate;
    this.controlType = controlType;
    this.candidateType = candidateType;
  }

  /** Where, by the control's names: {@code /lines/3/price}; empty for the whole. */
  public String path() {
    return path;
  }

  /** In which way: the name of a {@code DifferenceKind}, or of one that came later. */
  public String kind() {
    return kind;
  }

  /** The shape of the difference, as tallies count it: {@code /lines/*}{@code /price · VALUE}. */
  public String signature() {
    return signature;
  }

  /** What the control has there, as JSON text. */
  public String control() {
    return control;
  }

  /** What the candidate has there, as JSON text. */
  public String candidate() {
    return candidate;
  }

  /** The class name of the control's value; null where it has none or null. */
  public @Nullable String controlType() {
    return controlType;
  }

  /** The class name of the candidate's value; null where it has none or null. */
  public @Nullable String candidateType() {
    return candidateType;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    if (!(other instanceof RecordedDifference)) {
      return false;
    }
    RecordedDifference that = (RecordedDifference) other;
    return path.equals(that.path)
        && kind.equals(that.kind)
        && signature.equals(that.signature)
        && control.equals(that.control)
        && candidate.equals(that.candidate)
        && Objects.equals(controlType, that.controlType)
        && Objects.equals(candidateType, that.candidateType);
  }

  @Override
  public int hashCode() {
    return Objects.hash(path, kind, control, candidate);
  }

  @Override
  public String toString() {
    return path + " " + kind + ": " + control + " / " + candidate;
  }
}
