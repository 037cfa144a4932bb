package io.understudy.report.aggregate;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One shape of difference, how often it was seen and some examples of it. Immutable.
 *
 * @param point the call point
 * @param signature the shape: a path without indexes and a kind
 * @param count calls that showed it
 * @param days how many on which day
 * @param examples a few, the simplest first
 */
public record SignatureEvidence(
    PointKey point,
    String signature,
    long count,
    SortedMap<LocalDate, Long> days,
    List<Example> examples) {
  /** States a signature's evidence. */
  public SignatureEvidence {
    days = Collections.unmodifiableSortedMap(new TreeMap<>(days));
    examples = List.copyOf(examples);
  }
}
