package io.understudy.report.summary;

import io.understudy.journal.Sums;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Everything that a report states about a period. Immutable.
 *
 * @param applications the applications that wrote the journals, sorted
 * @param period the days of the report and their zone
 * @param overall the score of all call points together
 * @param days the overall score of each day with calls, in order
 * @param points the call points, sorted
 * @param signatures every signature of a difference, the most frequent first
 * @param sessions the runs of a JVM with the agent, the oldest first
 * @param files the journal files, sorted by name
 * @param problems the problems with the most weight, in order; at most 500
 * @param breaches the number of all breaches
 * @param losses the number of all losses
 * @param doubts the number of all doubts
 * @param notes the number of all notes
 * @param voided the sessions of which nothing counts
 * @param gaps times without a sign that a session counted, in order; at most 1,000
 */
public record ParitySummary(
    List<String> applications,
    ReportPeriod period,
    Score overall,
    List<DayScore> days,
    List<PointSummary> points,
    List<SignatureSummary> signatures,
    List<SessionSummary> sessions,
    List<FileIntegrity> files,
    List<ReportProblem> problems,
    long breaches,
    long losses,
    long doubts,
    long notes,
    List<VoidedSession> voided,
    List<CountingGap> gaps) {
  /** Creates the summary with copies of the lists. */
  public ParitySummary {
    applications = List.copyOf(applications);
    days = List.copyOf(days);
    points = List.copyOf(points);
    signatures = List.copyOf(signatures);
    sessions = List.copyOf(sessions);
    files = List.copyOf(files);
    problems = List.copyOf(problems);
    voided = List.copyOf(voided);
    gaps = List.copyOf(gaps);
  }

  /** Whether evidence was changed, contradicts itself, or is missing. */
  public boolean isDamaged() {
    return breaches > 0 || losses > 0;
  }

  /** Returns the number of mismatched calls that differ only in noise, over all call points. */
  public long onlyNoise() {
    return Sums.of(points.stream().mapToLong(point -> point.noise().onlyNoise()));
  }

  /**
   * Returns overall parity as if the calls that differ only in noise had matched; empty where there
   * is no such call or no score. Always show it together with raw parity.
   */
  public Optional<Parity> adjusted() {
    return PointNoise.adjusted(overall, onlyNoise());
  }

  /** Returns the first day with a call; empty where there is none. */
  public Optional<LocalDate> first() {
    return days.stream().findFirst().map(DayScore::day);
  }

  /** Returns the last day with a call; empty where there is none. */
  public Optional<LocalDate> last() {
    return days.isEmpty() ? Optional.empty() : Optional.of(days.get(days.size() - 1).day());
  }

  /**
   * Returns the displayed name of a call point. It holds the application where there are several.
   */
  public String nameOf(PointKey point) {
    return applications.size() > 1 ? point.application() + " / " + point.name() : point.name();
  }
}
