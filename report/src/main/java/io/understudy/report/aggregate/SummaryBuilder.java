package io.understudy.report.aggregate;

import io.understudy.journal.PointEntry;
import io.understudy.report.summary.Books;
import io.understudy.report.summary.DayScore;
import io.understudy.report.summary.ParitySummary;
import io.understudy.report.summary.PointKey;
import io.understudy.report.summary.PointLatencies;
import io.understudy.report.summary.PointSummary;
import io.understudy.report.summary.ReasonCount;
import io.understudy.report.summary.ReportProblem;
import io.understudy.report.summary.Score;
import io.understudy.report.summary.SessionSummary;
import io.understudy.report.summary.SignatureSummary;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Computes scores, builds and rankings from a complete aggregate. Used once. */
final class SummaryBuilder {
  private final Aggregate from;
  private final ProblemList problems = new ProblemList();
  private final Map<PointKey, List<String>> refusals = new TreeMap<>();

  /** The sessions of each call point; most sessions of many have few of all call points. */
  private final Map<PointKey, List<SessionAccumulator>> sessions = new HashMap<>();

  private final RuleHits hits;

  SummaryBuilder(Aggregate from) {
    this.from = from;
    this.hits = RuleHits.of(from.points);
    for (SessionAccumulator session : from.sessions.values()) {
      for (String name : session.points.keySet()) {
        sessions
            .computeIfAbsent(
                new PointKey(session.entry.application(), name), key -> new ArrayList<>())
            .add(session);
      }
    }
    problems.merge(from.findings().problems);
  }

  ParitySummary summary() {
    for (SessionAccumulator session : from.sessions.values()) {
      check(session);
    }
    List<PointSummary> points = new ArrayList<>();
    for (PointKey key : keys()) {
      points.add(point(key, from.points.getOrDefault(key, new PointAccumulator())));
    }
    Score overall = overall(points);
    return new ParitySummary(
        applications(),
        from.period,
        overall,
        overallDays(points, overall.refusals()),
        points,
        signatures(points),
        sessions(),
        new ArrayList<>(from.findings().files.values()),
        problems.kept(),
        problems.count(ReportProblem.Weight.BREACH),
        problems.count(ReportProblem.Weight.LOSS),
        problems.count(ReportProblem.Weight.DOUBT),
        problems.count(ReportProblem.Weight.NOTE),
        from.voided(),
        new ArrayList<>(from.findings().gaps));
  }

  private List<String> applications() {
    return from.sessions.values().stream()
        .map(s -> s.entry.application())
        .distinct()
        .sorted()
        .toList();
  }

  private void check(SessionAccumulator session) {
    BooksCheck.refusals(session)
        .forEach(
            (name, reasons) ->
                refusals
                    .computeIfAbsent(
                        new PointKey(session.entry.application(), name), k -> new ArrayList<>())
                    .addAll(reasons));
  }

  /** Returns all call points, including configured ones that were never called. */
  private TreeSet<PointKey> keys() {
    TreeSet<PointKey> keys = new TreeSet<>(from.points.keySet());
    keys.addAll(refusals.keySet());
    for (SessionAccumulator session : from.sessions.values()) {
      if (!from.period.isLimited()
          || session.points.values().stream().anyMatch(p -> p.first != null)) {
        session
            .points
            .keySet()
            .forEach(n -> keys.add(new PointKey(session.entry.application(), n)));
      }
    }
    return keys;
  }

  private PointSummary point(PointKey key, PointAccumulator sums) {
    List<String> why = refusals.getOrDefault(key, List.of());
    List<SessionAccumulator> all = sessions.getOrDefault(key, List.of());
    BuildHistory history = BuildHistory.of(key, all);
    Map<LocalDate, List<String>> changes = history.changes();
    Books sum = Books.NONE;
    List<DayScore> days = new ArrayList<>();
    for (Map.Entry<LocalDate, Books> day : sums.days.entrySet()) {
      Books books = day.getValue();
      sum = sum.plus(books);
      days.add(
          new DayScore(
              day.getKey(), new Score(books, why), changes.getOrDefault(day.getKey(), List.of())));
    }
    Optional<PointEntry> entry = lastEntry(key);
    return new PointSummary(
        key,
        entry.map(PointEntry::control).orElse(""),
        entry.map(PointEntry::candidate).orElse(""),
        new Score(sum, why),
        days,
        sums.hours.hours(),
        history.scores(why),
        ReasonCount.ranked(sums.reasons.sums()),
        ReasonCount.ranked(sums.conduct.sums()),
        ReasonCount.ranked(sums.broken.sums()),
        sum.intercepted() == 0 ? entry.map(PointEntry::unwoven).orElse("") : "",
        RuleHistory.of(key, sums, entry.map(PointEntry::rules).orElse(List.of()), all, hits),
        AcceptanceHistory.of(key, sums, all),
        NoiseAnalysis.of(sums.noise, sum),
        new PointLatencies(sums.control.counts(), sums.candidate.counts(), sums.caller.counts()));
  }

  private Optional<PointEntry> lastEntry(PointKey key) {
    return sessions.getOrDefault(key, List.of()).stream()
        .sorted(SessionAccumulator.LATEST_FIRST)
        .map(s -> s.points.get(key.name()))
        .filter(p -> p != null && p.entry != null)
        .map(p -> p.entry)
        .findFirst();
  }

  private Score overall(List<PointSummary> points) {
    Books sum = Books.NONE;
    List<String> why = new ArrayList<>();
    for (PointSummary point : points) {
      sum = sum.plus(point.score().books());
      for (String reason : point.score().refusals()) {
        why.add(point.key().name() + ": " + reason);
      }
    }
    return new Score(sum, why);
  }

  private List<DayScore> overallDays(List<PointSummary> points, List<String> why) {
    TreeMap<LocalDate, Books> books = new TreeMap<>();
    for (PointSummary point : points) {
      for (DayScore day : point.days()) {
        books.merge(day.day(), day.score().books(), Books::plus);
      }
    }
    Map<LocalDate, Set<String>> changes = new TreeMap<>();
    for (String application : applications()) {
      BuildHistory.of(application, from.sessions.values())
          .changes()
          .forEach(
              (day, what) -> changes.computeIfAbsent(day, d -> new LinkedHashSet<>()).addAll(what));
    }
    List<DayScore> days = new ArrayList<>();
    books.forEach(
        (day, sum) ->
            days.add(
                new DayScore(
                    day, new Score(sum, why), List.copyOf(changes.getOrDefault(day, Set.of())))));
    return days;
  }

  private List<SignatureSummary> signatures(List<PointSummary> points) {
    List<SignatureSummary> all = new ArrayList<>();
    for (PointSummary point : points) {
      PointAccumulator sums = from.points.get(point.key());
      if (sums != null) {
        all.addAll(SignatureRanking.of(point.key(), sums, point.noise()));
      }
    }
    all.sort(
        Comparator.comparingLong(SignatureSummary::count)
            .reversed()
            .thenComparing(SignatureSummary::point)
            .thenComparing(SignatureSummary::signature));
    return all;
  }

  private List<SessionSummary> sessions() {
    List<SessionSummary> all = new ArrayList<>();
    for (SessionAccumulator session : from.sessions.values()) {
      Books sum = Books.NONE;
      for (SessionPoint point : session.points.values()) {
        sum = sum.plus(point.inPeriod);
      }
      if (from.period.isLimited() && sum.equals(Books.NONE)) {
        continue;
      }
      Instant end =
          session.close != null
              ? session.close.at()
              : session.lastMinute == Long.MIN_VALUE
                  ? session.entry.start()
                  : Instant.EPOCH.plus(Duration.ofMinutes(session.lastMinute));
      all.add(
          new SessionSummary(
              session.entry, Optional.ofNullable(session.close).map(c -> c.why()), end, sum));
    }
    all.sort(
        Comparator.comparing((SessionSummary s) -> s.entry().start())
            .thenComparing(s -> s.entry().session()));
    return all;
  }
}
