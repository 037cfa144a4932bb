package io.understudy.report.aggregate;

import io.understudy.journal.Sums;
import io.understudy.report.summary.ReportProblem;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The problems of the journals. All are counted, but only those with the most weight are kept, so a
 * gigabyte of broken lines takes no memory. The choice does not depend on the order of adding. Not
 * thread-safe.
 */
final class ProblemList {
  static final int MOST_KEPT = 500;

  private final TreeSet<ReportProblem> kept = new TreeSet<>();
  private final Map<ReportProblem.Weight, Long> counts = new EnumMap<>(ReportProblem.Weight.class);

  void add(ReportProblem problem) {
    keep(problem);
    counts.merge(problem.weight(), 1L, Sums::plus);
  }

  void merge(ProblemList other) {
    other.kept.forEach(this::keep);
    other.counts.forEach((weight, n) -> counts.merge(weight, n, Sums::plus));
  }

  private void keep(ReportProblem problem) {
    kept.add(problem);
    if (kept.size() > MOST_KEPT) {
      kept.pollLast();
    }
  }

  long count(ReportProblem.Weight weight) {
    return counts.getOrDefault(weight, 0L);
  }

  /** Lists the kept problems: those with the most weight first, at most 500. */
  List<ReportProblem> kept() {
    return List.copyOf(kept);
  }
}
