package io.understudy.journal;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The outcome of one side, read from a journal; values are JSON texts. Immutable. */
public final class RecordedOutcome {
  private final @Nullable String value;
  private final @Nullable RecordedThrown thrown;
  private final @Nullable List<String> arguments;

  /**
   * Creates an outcome.
   *
   * @param value the returned value as JSON text; null when the method threw
   * @param thrown the exception; null when the method returned
   * @param arguments the arguments after the call as JSON texts, not copied; null if they were not
   *     recorded
   */
  public RecordedOutcome(
      @Nullable String value, @Nullable RecordedThrown thrown, @Nullable List<String> arguments) {
    this.value = value;
    this.thrown = thrown;
    this.arguments = arguments == null ? null : Collections.unmodifiableList(arguments);
  }

  /** The returned value as JSON text ({@code "null"} for null); null if the side threw. */
  public @Nullable String value() {
    return value;
  }

  /** The exception; null if the side returned. */
  public @Nullable RecordedThrown thrown() {
    return thrown;
  }

  /** The arguments after the call as JSON texts; null if not recorded. Unmodifiable. */
  public @Nullable List<String> arguments() {
    return arguments;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RecordedOutcome
        && Objects.equals(value, ((RecordedOutcome) other).value)
        && Objects.equals(thrown, ((RecordedOutcome) other).thrown)
        && Objects.equals(arguments, ((RecordedOutcome) other).arguments);
  }

  @Override
  public int hashCode() {
    return Objects.hash(value, thrown, arguments);
  }

  @Override
  public String toString() {
    return thrown == null ? "returned " + value : "threw " + thrown;
  }
}
