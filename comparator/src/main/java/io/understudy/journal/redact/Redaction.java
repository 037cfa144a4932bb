package io.understudy.journal.redact;

import io.understudy.value.Path;
import io.understudy.value.PathPattern;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The paths whose values must never reach the disk. A path starts at the root for results ({@code
 * /customer/ssn}), at {@code /arguments/0} for arguments, and at {@code /exception} for exceptions
 * ({@code /exception/message}). {@code /**}{@code /ssn} covers a name anywhere. Everything below a
 * covered path is masked, in arguments, results and differences.
 *
 * <p>Within one record, other occurrences of a masked value are masked too: in texts, numbers,
 * exception messages, map keys and paths, in upper or lower case. This holds for values whose text
 * has at least {@value Secrets#LEAST_LENGTH} characters. Shorter values and booleans occur
 * everywhere, so they are masked at the covered path only. A value in another spelling (grouped
 * digits, an encoding, a part of it) is not recognized. in another spelling (grouped digits, an
 * encoding, a part of it) is not recognised.
 *
 * <p>Immutable and thread-safe.
 */
public final class Redaction {
  private static final Redaction NONE = new Redaction(Collections.emptyList());

  private final List<PathPattern> patterns;
  private final RedactionState root;

  private Redaction(List<PathPattern> patterns) {
    this.patterns = patterns;
    this.root = RedactionState.root(patterns);
  }

  /** Returns the redaction that masks nothing. */
  public static Redaction none() {
    return NONE;
  }

  /** Creates a redaction that masks everything these patterns cover. */
  public static Redaction of(List<PathPattern> patterns) {
    return new Redaction(Collections.unmodifiableList(new ArrayList<>(patterns)));
  }

  /** Returns whether nothing is masked. */
  public boolean isNone() {
    return patterns.isEmpty();
  }

  /** Returns whether the value at this path of a difference is masked. */
  public boolean covers(Path path) {
    return root.at(path).isCovered();
  }

  /** Returns the state at the start of a walk through a value. */
  RedactionState root() {
    return root;
  }

  @Override
  public String toString() {
    return patterns.toString();
  }
}
