package io.understudy.report.summary;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * All that journals say about a period: what a report shows. Immutable.
 *
 * @param applications whose journals these are, sorted
 * @param period the days asked for, and their zone
 * @param overall all call points together
 * @param days the overall score day by day, days without calls left out
 * @param points each call point, sorted
 * @param signatures every difference, the most frequent first
 * @param sessions each run of a JVM, the oldest first
 * @param files what was read, sorted
 * @param problems the weightiest, in order; not all of them where there are very many
 * @param breaches how many problems are breaches
 * @param losses how many problems are losses
 * @param notes how many problems are notes
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
    long notes) {
  /** States the evidence. */
  public ParitySummary {
    applications = List.copyOf(applications);
    days = List.copyOf(days);
    points = List.copyOf(points);
    signatures = List.copyOf(signatures);
    sessions = List.copyOf(sessions);
    files = List.copyOf(files);
    problems = List.copyOf(problems);
  }

  /** How many mismatched calls differ only in noise, at all call points together. */
  public long onlyNoise() {
    return points.stream().mapToLong(point -> point.noise().onlyNoise()).sum();
  }

  /** Overall parity as it would be if these had matched; never to be shown without the raw one. */
  public Optional<Parity> adjusted() {
    return PointNoise.adjusted(overall, onlyNoise());
  }

  /** The first day on which a call was made; empty where none was. */
  public Optional<LocalDate> first() {
    return days.stream().findFirst().map(DayScore::day);
  }

  /** The last day on which a call was made; empty where none was. */
  public Optional<LocalDate> last() {
    return days.isEmpty() ? Optional.empty() : Optional.of(days.get(days.size() - 1).day());
  }

  /** The name under which a call point is shown: with its application where there are several. */
  public String nameOf(PointKey point) {
    return applications.size() > 1 ? point.application() + " / " + point.name() : point.name();
  }
}
