package io.understudy.report.summary;

import io.understudy.journal.JournalProblem;
import java.util.Comparator;

/**
 * A problem of the journals that the reader of a report must know. Ordered by weight, then by
 * place. Immutable.
 *
 * @param weight what the problem means for the figures
 * @param file the name of the journal file; empty where more than one file is affected
 * @param line the line, from 1; 0 where the whole file is affected
 * @param what a sentence for people: what is wrong and what to do
 */
public record ReportProblem(Weight weight, String file, long line, String what)
    implements Comparable<ReportProblem> {
  /** What a problem means for the figures. */
  public enum Weight {
    /** The journals were changed or contradict themselves. Do not rely on the figures. */
    BREACH,
    /** Some entries are missing or unreadable. The others are counted. */
    LOSS,
    /**
     * The figures leave something out that a person should look at: lines without a seal, and times
     * without a sign that calls were counted.
     */
    DOUBT,
    /** The figures are complete. The note only explains the state of a file. */
    NOTE
  }

  private static final Comparator<ReportProblem> ORDER =
      Comparator.comparing(ReportProblem::weight)
          .thenComparing(ReportProblem::file)
          .thenComparingLong(ReportProblem::line)
          .thenComparing(ReportProblem::what);

  /** Gives a problem of the journal reader its weight. */
  public static ReportProblem of(JournalProblem problem) {
    Weight weight =
        switch (problem.kind()) {
          case LIVE, UNCLOSED, UNKNOWN, COPY, THREADS -> Weight.NOTE;
          case UNSEALED, GAP -> Weight.DOUBT;
          case REFUSED, MISSING -> Weight.LOSS;
          case BROKEN, CHAIN, BOOKS -> Weight.BREACH;
        };
    return new ReportProblem(weight, problem.file(), problem.line(), problem.what());
  }

  @Override
  public int compareTo(ReportProblem other) {
    return ORDER.compare(this, other);
  }

  /** Returns the place: {@code file:line}, or the file alone where no line is known. */
  public String place() {
    return line == 0 ? file : file + ":" + line;
  }
}
