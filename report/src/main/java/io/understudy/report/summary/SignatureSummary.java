package io.understudy.report.summary;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The signature of a difference with its number of calls and some examples. Immutable.
 *
 * @param point the call point
 * @param signature a path without indexes, and a kind
 * @param count the calls that showed the signature
 * @param days these calls by day
 * @param explained the explanations, the most frequent first; one without a name at the end counts
 *     the calls without an explanation
 * @param noise the comparison with the control's own rate; empty where no call was repeated
 * @param examples a few calls, the simplest first
 */
public record SignatureSummary(
    PointKey point,
    String signature,
    long count,
    SortedMap<LocalDate, Long> days,
    List<ExplanationCount> explained,
    Optional<NoiseComparison> noise,
    List<ExampleCall> examples) {
  /** Creates the summary with copies of the collections. */
  public SignatureSummary {
    days = Collections.unmodifiableSortedMap(new TreeMap<>(days));
    explained = List.copyOf(explained);
    examples = List.copyOf(examples);
  }
}
