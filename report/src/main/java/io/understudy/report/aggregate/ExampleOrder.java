package io.understudy.report.aggregate;

import io.understudy.journal.RecordedDifference;
import io.understudy.journal.RecordedOutcome;
import io.understudy.report.summary.ExampleCall;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Total orders of examples. They make the choice of examples the same on every run. */
final class ExampleOrder {
  /** Fewest differences first, then least text; the other keys only break ties. */
  static final Comparator<ExampleCall> SIMPLEST_FIRST =
      Comparator.comparingLong((ExampleCall e) -> e.entry().differenceCount())
          .thenComparingLong(ExampleOrder::length)
          .thenComparingLong(e -> e.entry().atMillis())
          .thenComparing(ExampleCall::session)
          .thenComparing(e -> e.entry().arguments().toString())
          .thenComparing(e -> String.valueOf(e.entry().control()))
          .thenComparing(e -> String.valueOf(e.entry().candidate()))
          .thenComparing(e -> e.entry().differences().toString());

  /** The latest call first. */
  static final Comparator<ExampleCall> LATEST_FIRST =
      Comparator.comparingLong((ExampleCall e) -> -e.entry().atMillis())
          .thenComparing(SIMPLEST_FIRST);

  private ExampleOrder() {}

  /** Returns the estimated size of an example in memory. Bytes. */
  static long size(ExampleCall example) {
    long texts = length(example);
    for (RecordedDifference difference : example.entry().differences()) {
      texts += 300 + difference.path().length() + difference.signature().length();
    }
    List<String> given = example.entry().given();
    for (String argument : given == null ? List.<String>of() : given) {
      texts += argument.length();
    }
    return 500 + 2 * texts;
  }

  /** Returns the length of all values of an example, in UTF-16 units. */
  private static long length(ExampleCall example) {
    long sum = 0;
    for (String argument : example.entry().arguments()) {
      sum += argument.length();
    }
    for (RecordedDifference difference : example.entry().differences()) {
      sum += difference.control().length() + difference.candidate().length();
    }
    return sum + length(example.entry().control()) + length(example.entry().candidate());
  }

  private static long length(@Nullable RecordedOutcome outcome) {
    String value = outcome == null ? null : outcome.value();
    return value == null ? 0 : value.length();
  }
}
