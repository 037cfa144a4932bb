package io.understudy.report.summary;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One shape of difference, how often it was seen and some examples of it. Immutable.
 *
 * @param point the call point
 * @param signature the shape: a path without indexes and a kind
 * @param count calls that showed it
 * @param days how many on which day
 * @param explained what explains it, the most frequent first; a nameless one at the end stands for
 *     the calls that nothing explains
 * @param noise how often the control disagreed with itself in this way; empty where it was not
 *     asked twice
 * @param examples a few, the simplest first
 */
public record SignatureSummary(
    PointKey point,
    String signature,
    long count,
    SortedMap<LocalDate, Long> days,
    List<ExplanationCount> explained,
    Optional<NoiseComparison> noise,
    List<ExampleCall> examples) {
  /** States a signature's evidence. */
  public SignatureSummary {
    days = Collections.unmodifiableSortedMap(new TreeMap<>(days));
    explained = List.copyOf(explained);
    examples = List.copyOf(examples);
  }
}
