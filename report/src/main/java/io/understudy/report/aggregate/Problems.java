package io.understudy.report.aggregate;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The problems of the evidence: all are counted, the weightiest are kept, so that a gigabyte of
 * broken lines costs no memory. Which are kept does not depend on the order in which they came. Not
 * thread-safe.
 */
final class Problems {
  static final int MOST_KEPT = 500;

  private final TreeSet<Problem> kept = new TreeSet<>();
  private final Map<Problem.Weight, Long> counts = new EnumMap<>(Problem.Weight.class);

  void add(Problem problem) {
    keep(problem);
    counts.merge(problem.weight(), 1L, Long::sum);
  }

  void merge(Problems other) {
    other.kept.forEach(this::keep);
    other.counts.forEach((weight, n) -> counts.merge(weight, n, Long::sum));
  }

  private void keep(Problem problem) {
    kept.add(problem);
    if (kept.size() > MOST_KEPT) {
      kept.pollLast();
    }
  }

  long count(Problem.Weight weight) {
    return counts.getOrDefault(weight, 0L);
  }

  /** The weightiest, in order. */
  List<Problem> kept() {
    return List.copyOf(kept);
  }
}
