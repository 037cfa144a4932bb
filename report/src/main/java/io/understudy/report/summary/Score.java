package io.understudy.report.summary;

import java.util.List;
import java.util.Optional;

/**
 * The books of some calls and what they say; or why they say nothing. Immutable.
 *
 * @param books the counts
 * @param refusals why no score is given, one sentence each; empty where one is
 */
public record Score(Books books, List<String> refusals) {
  /** States a score. */
  public Score {
    refusals = List.copyOf(refusals);
  }

  /** Parity; empty where it is refused, and where no call reached a verdict. */
  public Optional<Parity> parity() {
    return refusals.isEmpty() && books.verdicts() > 0
        ? Optional.of(Parity.of(books))
        : Optional.empty();
  }

  /** The share of intercepted calls that reached a verdict, 0 to 1; 0 where there were none. */
  public double coverage() {
    return books.intercepted() == 0 ? 0 : (double) books.verdicts() / books.intercepted();
  }
}
