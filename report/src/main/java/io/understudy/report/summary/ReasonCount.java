package io.understudy.report.summary;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Why calls reached no verdict, or not an agreeing one, or were not repeated. Immutable.
 *
 * @param reason the text; of a call that was not compared, it begins with the fate
 * @param count how many calls
 */
public record ReasonCount(String reason, long count) {
  private static final Comparator<ReasonCount> RANK =
      Comparator.comparingLong(ReasonCount::count).reversed().thenComparing(ReasonCount::reason);

  /** The most frequent first. */
  public static List<ReasonCount> ranked(Map<String, Long> counts) {
    return counts.entrySet().stream()
        .map(r -> new ReasonCount(r.getKey(), r.getValue()))
        .sorted(RANK)
        .toList();
  }
}
