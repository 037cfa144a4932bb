package io.understudy.report.propose;

import io.understudy.journal.Fate;
import java.util.Optional;
import java.util.Set;

/**
 * A signature as a condition can state it. Immutable.
 *
 * @param path a pattern of the rules
 * @param kind in which way
 */
record DifferencePlace(String path, String kind) {
  /** Stands between path and kind in a signature. */
  static final String BETWEEN = " · ";

  // Longer ones end with a hash in the journal, and would match nothing.
  private static final int MOST_LENGTH = 900;

  private static final Set<String> STRUCTURAL = Set.of("MISSING", "EXTRA", "ORDER", "LENGTH");

  /** The place of a signature; empty where no condition can state it. */
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

  /** Why there is no place. */
  static String refusal(String signature) {
    if (signature.equals(Fate.TIMED_OUT.wireName())) {
      return "no answer is no difference that could be agreed on";
    }
    if (signature.length() > MOST_LENGTH) {
      return "its path is too long to be stated";
    }
    return "its path cannot be stated as a pattern";
  }

  /** Whether the kind says all: something is there or is not, or stands in another order. */
  boolean isStructural() {
    return STRUCTURAL.contains(kind);
  }
}
