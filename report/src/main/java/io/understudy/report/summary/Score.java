package io.understudy.report.summary;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The books of a set of calls, with their parity or the reasons against one. Immutable.
 *
 * @param books the counts
 * @param refusals the reasons why no score is given, one sentence each; empty where a score is
 *     given
 */
public record Score(Books books, List<String> refusals) {
  private static final String TOO_LARGE =
      "The counts of all sessions together are too large to be genuine; see the number of calls of"
          + " each session.";

  /** Creates the score with a copy of the reasons, and one more where the books are too large. */
  public Score {
    refusals =
        books.isTooLarge() && !refusals.contains(TOO_LARGE)
            ? Stream.concat(refusals.stream(), Stream.of(TOO_LARGE)).toList()
            : List.copyOf(refusals);
  }

  /** Returns parity; empty where a score is refused or no call reached a verdict. */
  public Optional<Parity> parity() {
    return refusals.isEmpty() && books.verdicts() > 0
        ? Optional.of(Parity.of(books))
        : Optional.empty();
  }

  /** Returns verdicts / intercepted calls, from 0 to 1; 0 where no call was intercepted. */
  public double coverage() {
    return books.intercepted() == 0 ? 0 : (double) books.verdicts() / books.intercepted();
  }
}
