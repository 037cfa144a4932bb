package io.understudy.report.aggregate;

import io.understudy.journal.PointEntry;
import io.understudy.journal.Sums;
import io.understudy.report.summary.Books;
import java.time.LocalDate;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** Sums of one call point in one session. Not thread-safe. */
final class SessionPoint {
  /**
   * The agent writes a point again when it knows more. The greatest is the description to keep: one
   * with code identities before one without, then the one of the later file.
   */
  private static final Comparator<SessionPoint> COMPLETENESS =
      Comparator.comparing((SessionPoint p) -> p.entry != null && p.entry.candidateCode() != null)
          .thenComparing(p -> p.entry != null)
          .thenComparingInt(p -> p.file);

  @Nullable PointEntry entry;
  private int file;
  Books all = Books.NONE;
  Books inPeriod = Books.NONE;
  long leaves;
  boolean countsHits;
  @Nullable LocalDate first;
  @Nullable LocalDate last;

  /** Adds a description of the point from a file of the session; returns how much it grew. */
  long add(PointEntry described, int inFile) {
    long before = entry == null ? 0 : entry.size();
    SessionPoint other = new SessionPoint();
    other.entry = described;
    other.file = inFile;
    takeMoreComplete(other);
    return (entry == null ? 0 : entry.size()) - before;
  }

  /**
   * Adds the counts of a tally.
   *
   * @param measuredLeaves the leaves of comparisons that the agent measured; only an agent that
   *     counts the hits of rules writes them
   * @param covered whether the day belongs to the period of the report
   */
  void count(Books books, long measuredLeaves, LocalDate day, boolean covered) {
    all = all.plus(books);
    countsHits |= measuredLeaves > 0;
    if (covered) {
      inPeriod = inPeriod.plus(books);
      leaves = Sums.plus(leaves, measuredLeaves);
      span(day, day);
    }
  }

  /** Whether the agent repeats some calls on the control. */
  boolean repeats() {
    return entry != null && entry.noise() > 0;
  }

  /** Whether the point has acceptances. */
  boolean accepts() {
    return entry != null && !entry.accepts().isEmpty();
  }

  void merge(SessionPoint other) {
    takeMoreComplete(other);
    all = all.plus(other.all);
    inPeriod = inPeriod.plus(other.inPeriod);
    leaves = Sums.plus(leaves, other.leaves);
    countsHits |= other.countsHits;
    if (other.first != null && other.last != null) {
      span(other.first, other.last);
    }
  }

  private void takeMoreComplete(SessionPoint other) {
    if (COMPLETENESS.compare(other, this) >= 0) {
      entry = other.entry;
      file = other.file;
    }
  }

  private void span(LocalDate from, LocalDate to) {
    first = first == null || from.isBefore(first) ? from : first;
    last = last == null || to.isAfter(last) ? to : last;
  }
}
