package io.understudy.compare.accept;

import io.understudy.compare.Difference;
import io.understudy.compare.ThrownException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What each side of an {@code EXCEPTION} difference must have thrown or returned. Immutable. */
final class ExceptionMatch {
  /** Stands in place of a class name for a side that returned. */
  static final String RETURNED = "returned";

  private final @Nullable String control;
  private final @Nullable String candidate;

  ExceptionMatch(@Nullable String control, @Nullable String candidate) {
    this.control = control;
    this.candidate = candidate;
  }

  boolean matches(Difference difference) {
    return matches(control, difference.control()) && matches(candidate, difference.candidate());
  }

  private static boolean matches(@Nullable String expected, @Nullable Object side) {
    if (expected == null) {
      return true;
    }
    return side instanceof ThrownException
        ? expected.equals(((ThrownException) side).className())
        : expected.equals(RETURNED);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ExceptionMatch
        && Objects.equals(control, ((ExceptionMatch) other).control)
        && Objects.equals(candidate, ((ExceptionMatch) other).candidate);
  }

  @Override
  public int hashCode() {
    return Objects.hash(control, candidate);
  }

  @Override
  public String toString() {
    return sideText("control", control)
        + (control != null && candidate != null ? ", " : "")
        + sideText("candidate", candidate);
  }

  private static String sideText(String side, @Nullable String expected) {
    if (expected == null) {
      return "";
    }
    return side + " " + (expected.equals(RETURNED) ? expected : "threw " + expected);
  }
}
