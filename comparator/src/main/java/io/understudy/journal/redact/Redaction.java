package io.understudy.journal.redact;

import io.understudy.value.Path;
import io.understudy.value.PathPattern;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What must never reach the disk. Paths lead into results from the root ({@code /customer/ssn}),
 * into arguments from {@code /arguments/0}, and into exceptions from {@code /exception} ({@code
 * /exception/message}); {@code /**}{@code /ssn} covers a name anywhere. All below a covered path is
 * masked, in arguments, results and differences.
 *
 * <p>Within one record, further occurrences of a masked value are masked too: in other texts,
 * numbers, exception messages, map keys and paths, whatever the case of letters. This holds for
 * values whose text has at least {@value Secrets#LEAST_LENGTH} characters: shorter ones, and
 * booleans, are masked at the covered path only, since they occur everywhere. A value that occurs
 * in another spelling (grouped digits, an encoding, a part of it) is not recognised.
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

  /** Nothing is masked. */
  public static Redaction none() {
    return NONE;
  }

  /** What these cover is masked. */
  public static Redaction of(List<PathPattern> patterns) {
    return new Redaction(Collections.unmodifiableList(new ArrayList<>(patterns)));
  }

  /** Whether nothing is masked. */
  public boolean isNone() {
    return patterns.isEmpty();
  }

  /** Whether what stands at this path of a difference is masked. */
  public boolean covers(Path path) {
    return root.at(path).isCovered();
  }

  /** Where walks through values start. */
  RedactionState root() {
    return root;
  }

  @Override
  public String toString() {
    return patterns.toString();
  }
}
