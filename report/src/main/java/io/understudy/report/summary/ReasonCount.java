package io.understudy.report.summary;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * A reason and the number of its calls: why they reached no verdict, timed out, or were not
 * repeated. Immutable.
 *
 * @param reason the text from the journal; it begins with the fate where the call was not compared
 * @param count the number of calls
 */
public record ReasonCount(String reason, long count) {
  private static final Comparator<ReasonCount> RANK =
      Comparator.comparingLong(ReasonCount::count).reversed().thenComparing(ReasonCount::reason);

  /** Lists the reasons, the most frequent first; equally frequent ones in alphabetical order. */
  public static List<ReasonCount> ranked(Map<String, Long> counts) {
    return counts.entrySet().stream()
        .map(r -> new ReasonCount(r.getKey(), r.getValue()))
        .sorted(RANK)
        .toList();
  }
}
