package io.understudy.journal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A difference read from a journal; values are JSON texts. Immutable. */
public final class RecordedDifference {
  private final String path;
  private final String kind;
  private final String signature;
  private final String control;
  private final String candidate;
  private final @Nullable String controlType;
  private final @Nullable String candidateType;
  private final @Nullable String delta;
  private final List<String> explained;
  private final @Nullable String accepted;

  private RecordedDifference(Builder from) {
    this.path = from.path;
    this.kind = from.kind;
    this.signature = from.signature;
    this.control = from.control;
    this.candidate = from.candidate;
    this.controlType = from.controlType;
    this.candidateType = from.candidateType;
    this.delta = from.delta;
    this.explained = Collections.unmodifiableList(new ArrayList<>(from.explained));
    this.accepted = from.accepted;
  }

  /** The path, with the control's names: {@code /lines/3/price}; empty for the whole value. */
  public String path() {
    return path;
  }

  /** The name of a {@code DifferenceKind}, or of a kind from a newer version. */
  public String kind() {
    return kind;
  }

  /** The signature, as in tallies: {@code /lines/*}{@code /price · VALUE}. */
  public String signature() {
    return signature;
  }

  /** The control's value, as JSON text. */
  public String control() {
    return control;
  }

  /** The candidate's value, as JSON text. */
  public String candidate() {
    return candidate;
  }

  /** The class name of the control's value; null if the value is null or absent. */
  public @Nullable String controlType() {
    return controlType;
  }

  /** The class name of the candidate's value; null if the value is null or absent. */
  public @Nullable String candidateType() {
    return candidateType;
  }

  /**
   * The candidate's number minus the control's, as an exact decimal; null if one is no number, or
   * if a part is redacted.
   */
  public @Nullable String delta() {
    return delta;
  }

  /** The names of the explanations: {@code rounding HALF_UP/HALF_EVEN}. Unmodifiable. */
  public List<String> explained() {
    return explained;
  }

  /** The id of the acceptance that covers the difference; null if it is not accepted. */
  public @Nullable String accepted() {
    return accepted;
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
        && Objects.equals(candidateType, that.candidateType)
        && Objects.equals(delta, that.delta)
        && explained.equals(that.explained)
        && Objects.equals(accepted, that.accepted);
  }

  @Override
  public int hashCode() {
    return Objects.hash(path, kind, control, candidate);
  }

  @Override
  public String toString() {
    return path + " " + kind + ": " + control + " / " + candidate;
  }

  /** Collects the fields of a difference in any order. Not thread-safe. */
  public static final class Builder {
    private String path = "";
    private String kind = "";
    private String signature = "";
    private String control = "null";
    private String candidate = "null";
    private @Nullable String controlType;
    private @Nullable String candidateType;
    private @Nullable String delta;
    private final List<String> explained = new ArrayList<>();
    private @Nullable String accepted;

    /** Starts a difference without any field: both values are JSON's null. */
    public Builder() {}

    /** Sets the path of the difference, with the control's names. */
    public Builder path(String pointer) {
      this.path = pointer;
      return this;
    }

    /** Sets the name of the kind of difference. */
    public Builder kind(String name) {
      this.kind = name;
      return this;
    }

    /** Sets the signature of the difference. */
    public Builder signature(String text) {
      this.signature = text;
      return this;
    }

    /** Sets the control's value, as JSON text. */
    public Builder control(String json) {
      this.control = json;
      return this;
    }

    /** Sets the candidate's value, as JSON text. */
    public Builder candidate(String json) {
      this.candidate = json;
      return this;
    }

    /** Sets the class name of the control's value. */
    public Builder controlType(String className) {
      this.controlType = className;
      return this;
    }

    /** Sets the class name of the candidate's value. */
    public Builder candidateType(String className) {
      this.candidateType = className;
      return this;
    }

    /** Sets the candidate's number minus the control's, as a decimal. */
    public Builder delta(String decimal) {
      this.delta = decimal;
      return this;
    }

    /** Adds the name of an explanation. */
    public Builder explained(String name) {
      explained.add(name);
      return this;
    }

    /** Sets the id of the acceptance that covers the difference. */
    public Builder accepted(String id) {
      this.accepted = id;
      return this;
    }

    /** Creates the difference. */
    public RecordedDifference build() {
      return new RecordedDifference(this);
    }
  }
}
