package io.understudy.report.propose;

import io.understudy.journal.Fate;
import java.util.Optional;
import java.util.Set;

/**
 * The path and the kind of a signature, in the form that a condition of the configuration takes.
 * Immutable.
 *
 * @param path a path pattern
 * @param kind the kind of difference
 */
record DifferencePlace(String path, String kind) {
  /** Stands between the path and the kind of a signature. */
  static final String BETWEEN = " · ";

  // The journal cuts longer signatures and appends a hash. As a pattern they would match nothing.
  private static final int MOST_LENGTH = 900;

  private static final Set<String> STRUCTURAL = Set.of("MISSING", "EXTRA", "ORDER", "LENGTH");

  /** Returns the place of a signature; empty where no condition can express it. */
  static Optional<DifferencePlace> of(String signature) {
    int between = signature.lastIndexOf(BETWEEN);
    if (between < 0 || signature.length() > MOST_LENGTH) {
      return Optional.empty();
    }
    String path = signature.substring(0, between);
    boolean pattern =
        path.isEmpty() || path.startsWith("/") && !path.endsWith("/") && !path.contains("//");
    return pattern
        ? Optional.of(new DifferencePlace(path, signature.substring(between + BETWEEN.length())))
        : Optional.empty();
  }

  /** Returns the reason why a signature has no place, as a clause. */
  static String refusal(String signature) {
    if (signature.equals(Fate.TIMED_OUT.wireName())) {
      return "a timeout has no difference to accept";
    }
    if (signature.length() > MOST_LENGTH) {
      return "its path is too long for a pattern";
    }
    return "its path cannot be written as a pattern";
  }

  /** Whether the kind describes the difference completely: presence, order or length. */
  boolean isStructural() {
    return STRUCTURAL.contains(kind);
  }
}
