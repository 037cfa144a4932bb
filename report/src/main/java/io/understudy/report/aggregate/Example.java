package io.understudy.report.aggregate;

import io.understudy.journal.ExampleEntry;
import io.understudy.journal.RecordedDifference;
import io.understudy.journal.RecordedOutcome;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * One call as evidence, and where it was made. Immutable.
 *
 * @param entry the call
 * @param session that recorded it
 * @param host that it was made on
 */
public record Example(ExampleEntry entry, String session, String host) {
  /**
   * The simplest first: fewest differences, then least text. The rest only makes it the same order
   * on every run.
   */
  static final Comparator<Example> SIMPLEST =
      Comparator.comparingLong((Example e) -> e.entry.differenceCount())
          .thenComparingLong(Example::length)
          .thenComparingLong(e -> e.entry.atMillis())
          .thenComparing(Example::session)
          .thenComparing(e -> e.entry.arguments().toString())
          .thenComparing(e -> String.valueOf(e.entry.control()))
          .thenComparing(e -> String.valueOf(e.entry.candidate()))
          .thenComparing(e -> e.entry.differences().toString());

  /** The latest first. */
  static final Comparator<Example> LATEST =
      Comparator.comparingLong((Example e) -> -e.entry.atMillis()).thenComparing(SIMPLEST);

  /** How much text it is, in UTF-16 units. */
  long length() {
    long sum = 0;
    for (String argument : entry.arguments()) {
      sum += argument.length();
    }
    for (RecordedDifference difference : entry.differences()) {
      sum += difference.control().length() + difference.candidate().length();
    }
    return sum + length(entry.control()) + length(entry.candidate());
  }

  private static long length(@Nullable RecordedOutcome outcome) {
    String value = outcome == null ? null : outcome.value();
    return value == null ? 0 : value.length();
  }
}
