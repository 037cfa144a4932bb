package io.understudy.report.summary;

import java.util.Comparator;

/**
 * Something about the evidence that its reader must know. Immutable.
 *
 * @param weight what it means for the figures
 * @param file the journal's name; empty where it is about more than one
 * @param line the line, from 1; 0 where it is about the whole file
 * @param what what it is and what to do, for a person
 */
public record ReportProblem(Weight weight, String file, long line, String what)
    implements Comparable<ReportProblem> {
  /** What a problem means for the figures. */
  public enum Weight {
    /** The evidence was changed, or contradicts itself: it must not be relied upon. */
    BREACH,
    /** Something is missing; what is there is counted. */
    LOSS,
    /** Nothing is missing and nothing is wrong; it is said for completeness. */
    NOTE
  }

  private static final Comparator<ReportProblem> ORDER =
      Comparator.comparing(ReportProblem::weight)
          .thenComparing(ReportProblem::file)
          .thenComparingLong(ReportProblem::line)
          .thenComparing(ReportProblem::what);

  /** What a reader of journals met, weighed. */
  public static ReportProblem of(io.understudy.journal.Problem met) {
    Weight weight =
        switch (met.kind()) {
          case LIVE, UNCLOSED, UNSEALED -> Weight.NOTE;
          case UNKNOWN, REFUSED, BROKEN, MISSING -> Weight.LOSS;
          case CHAIN, BOOKS -> Weight.BREACH;
        };
    return new ReportProblem(weight, met.file(), met.line(), met.what());
  }

  @Override
  public int compareTo(ReportProblem other) {
    return ORDER.compare(this, other);
  }

  /** Where it is: {@code file:line}. */
  public String place() {
    return line == 0 ? file : file + ":" + line;
  }
}
