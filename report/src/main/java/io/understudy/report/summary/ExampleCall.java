package io.understudy.report.summary;

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
public record ExampleCall(ExampleEntry entry, String session, String host) {
  /**
   * The simplest first: fewest differences, then least text. The rest only makes it the same order
   * on every run.
   */
  public static final Comparator<ExampleCall> SIMPLEST =
      Comparator.comparingLong((ExampleCall e) -> e.entry.differenceCount())
          .thenComparingLong(ExampleCall::length)
          .thenComparingLong(e -> e.entry.atMillis())
          .thenComparing(ExampleCall::session)
          .thenComparing(e -> e.entry.arguments().toString())
          .thenComparing(e -> String.valueOf(e.entry.control()))
          .thenComparing(e -> String.valueOf(e.entry.candidate()))
          .thenComparing(e -> e.entry.differences().toString());

  /** The latest first. */
  public static final Comparator<ExampleCall> LATEST =
      Comparator.comparingLong((ExampleCall e) -> -e.entry.atMillis()).thenComparing(SIMPLEST);

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
