package io.understudy.report.render;

import io.understudy.journal.Sums;
import io.understudy.report.render.text.Figures;
import io.understudy.report.summary.CountingGap;
import io.understudy.report.summary.DayScore;
import io.understudy.report.summary.FileIntegrity;
import io.understudy.report.summary.ParitySummary;
import io.understudy.report.summary.ReportProblem;
import io.understudy.report.summary.SessionSummary;
import io.understudy.report.summary.VoidedSession;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A row of the table of days: a day with calls, or days without calls in which there is no evidence
 * that calls were counted. Immutable.
 *
 * @param first the day, or the first of the days
 * @param last the same day, or the last of the days
 * @param score the figures; empty for days without calls
 * @param evidence what is wrong with the evidence of the day; empty where nothing is known
 */
record DayRow(LocalDate first, LocalDate last, Optional<DayScore> score, String evidence) {
  /** The greatest number of rows without calls. */
  private static final int MOST_WITHOUT_CALLS = 1_000;

  /** Collects the rows of a summary. */
  private static final class Collector {
    private final ParitySummary summary;
    private final ZoneId zone;
    private final NavigableMap<LocalDate, DayScore> days = new TreeMap<>();

    /** The ends of ranges of days without calls, by their beginnings. */
    private final NavigableMap<LocalDate, LocalDate> silent = new TreeMap<>();

    private final Map<LocalDate, Integer> voided = new HashMap<>();
    private final Map<LocalDate, Set<String>> unsealed = new HashMap<>();

    Collector(ParitySummary summary) {
      this.summary = summary;
      this.zone = summary.period().zone();
      summary.days().forEach(day -> days.put(day.day(), day));
    }

    List<DayRow> rows() {
      summary.gaps().forEach(this::addSilent);
      for (VoidedSession session : summary.voided()) {
        voided.merge(day(session.entry().start()), 1, Integer::sum);
      }
      addUnsealed();
      voided.keySet().forEach(this::addDay);
      unsealed.keySet().forEach(this::addDay);
      TreeMap<LocalDate, DayRow> rows = new TreeMap<>();
      days.forEach(
          (day, score) -> rows.put(day, new DayRow(day, day, Optional.of(score), evidence(day))));
      silent.forEach(
          (from, to) ->
              rows.put(
                  from,
                  new DayRow(
                      from,
                      to,
                      Optional.empty(),
                      from.equals(to) ? evidence(from) : "no evidence that counting went on")));
      return List.copyOf(rows.values());
    }

    private LocalDate day(Instant time) {
      return time.atZone(zone).toLocalDate();
    }

    private boolean isShown(LocalDate day) {
      return summary.period().covers(day);
    }

    private void addDay(LocalDate day) {
      boolean room = silent.size() < MOST_WITHOUT_CALLS && isShown(day);
      Map.Entry<LocalDate, LocalDate> before = silent.floorEntry(day);
      if (room && !days.containsKey(day) && (before == null || before.getValue().isBefore(day))) {
        silent.put(day, day);
      }
    }

    private void addSilent(CountingGap gap) {
      LocalDate to = day(gap.to());
      for (LocalDate day = day(gap.from()); !day.isAfter(to); ) {
        LocalDate next = days.ceilingKey(day);
        if (day.equals(next)) {
          day = day.plusDays(1);
          continue;
        }
        LocalDate end = next == null || next.isAfter(to) ? to : next.minusDays(1);
        if (silent.size() < MOST_WITHOUT_CALLS && (isShown(day) || isShown(end))) {
          silent.merge(day, end, (a, b) -> a.isAfter(b) ? a : b);
        }
        day = end.plusDays(1);
      }
    }

    private void addUnsealed() {
      Map<String, LocalDate> ends = new HashMap<>();
      for (SessionSummary session : summary.sessions()) {
        ends.put(session.entry().session(), day(session.end()));
      }
      Map<String, String> sessions = new HashMap<>();
      for (FileIntegrity file : summary.files()) {
        sessions.put(file.name(), file.session());
      }
      for (ReportProblem problem : summary.problems()) {
        LocalDate end = ends.get(sessions.getOrDefault(problem.file(), ""));
        if (end != null && EvidenceView.isUnsealed(problem)) {
          unsealed.computeIfAbsent(end, d -> new HashSet<>()).add(problem.file());
        }
      }
    }

    private String evidence(LocalDate day) {
      List<String> parts = new ArrayList<>();
      long minutes = minutes(day);
      if (minutes > 0) {
        parts.add(Figures.count(minutes, "minute", "minutes") + " without evidence of counting");
      }
      if (voided.containsKey(day)) {
        parts.add(
            Figures.count(voided.get(day), "session", "sessions")
                + " that began here "
                + (voided.get(day) == 1 ? "is" : "are")
                + " breached and not counted");
      }
      if (unsealed.containsKey(day)) {
        parts.add(
            "lines without a seal in "
                + Figures.count(unsealed.get(day).size(), "file", "files")
                + ", not counted");
      }
      return String.join("; ", parts);
    }

    private long minutes(LocalDate day) {
      Instant begin = day.atStartOfDay(zone).toInstant();
      Instant end = day.plusDays(1).atStartOfDay(zone).toInstant();
      long minutes = 0;
      for (CountingGap gap : summary.gaps()) {
        Instant from = gap.from().isAfter(begin) ? gap.from() : begin;
        Instant to = gap.to().isBefore(end) ? gap.to() : end;
        if (to.isAfter(from)) {
          minutes = Sums.plus(minutes, Duration.between(from, to).toMinutes());
        }
      }
      return minutes;
    }
  }

  /** Lists the days of a summary in order. */
  static List<DayRow> of(ParitySummary summary) {
    return new Collector(summary).rows();
  }

  /** Whether the evidence of a day is not complete, so that the table is shown at once. */
  static boolean anyIncomplete(List<DayRow> rows) {
    return rows.stream().anyMatch(row -> !row.evidence().isEmpty());
  }

  /** Returns the day or days in words. */
  String label() {
    return first.equals(last) ? first.toString() : first + " to " + last;
  }
}
