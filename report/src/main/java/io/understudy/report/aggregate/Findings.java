package io.understudy.report.aggregate;

import io.understudy.journal.JournalProblem;
import io.understudy.report.summary.CountingGap;
import io.understudy.report.summary.FileIntegrity;
import io.understudy.report.summary.ReportProblem;
import java.time.Instant;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the reading of the files showed about the evidence itself: problems, states of files,
 * sessions that prove nothing, and gaps in time. Not thread-safe.
 */
final class Findings {
  /** The greatest number of gaps that are kept; the others are only problems. */
  private static final int MOST_GAPS = 1_000;

  final ProblemList problems = new ProblemList();
  final TreeMap<String, FileIntegrity> files = new TreeMap<>();

  /** The ids of sessions of which nothing counts. */
  final TreeSet<String> voided = new TreeSet<>();

  final TreeSet<CountingGap> gaps = new TreeSet<>();

  void add(JournalProblem problem) {
    problems.add(ReportProblem.of(problem));
    if (problem.kind().voidsSession() && !problem.session().isEmpty()) {
      voided.add(problem.session());
    }
    if (problem.to() > problem.from()) {
      keep(
          new CountingGap(
              problem.session(),
              Instant.ofEpochSecond(60 * problem.from()),
              Instant.ofEpochSecond(60 * problem.to())));
    }
  }

  private void keep(CountingGap gap) {
    gaps.add(gap);
    if (gaps.size() > MOST_GAPS) {
      gaps.pollLast();
    }
  }

  void merge(Findings other) {
    problems.merge(other.problems);
    files.putAll(other.files);
    voided.addAll(other.voided);
    other.gaps.forEach(this::keep);
  }
}
