package io.understudy.report.aggregate;

import io.understudy.journal.PointEntry;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Draws the conclusions from a finished aggregate: scores, builds, ranks. Used once. */
final class Assembly {
  private final Aggregate from;
  private final Map<PointKey, List<String>> refusals = new TreeMap<>();

  Assembly(Aggregate from) {
    this.from = from;
  }

  Evidence evidence() {
    for (SessionCell session : from.sessions.values()) {
      check(session);
    }
    List<PointEvidence> points = new ArrayList<>();
    for (PointKey key : keys()) {
      points.add(point(key, from.points.getOrDefault(key, new PointCell())));
    }
    Score overall = overall(points);
    return new Evidence(
        applications(),
        from.period,
        overall,
        overallDays(points, overall.refusals()),
        points,
        signatures(points),
        sessions(),
        new ArrayList<>(from.files.values()),
        from.problems.kept(),
        from.problems.count(Problem.Weight.BREACH),
        from.problems.count(Problem.Weight.LOSS),
        from.problems.count(Problem.Weight.NOTE));
  }

  private List<String> applications() {
    return from.sessions.values().stream()
        .map(s -> s.facts.application())
        .distinct()
        .sorted()
        .toList();
  }

  private void check(SessionCell session) {
    int first = session.missingAtFront() + 1;
    for (int number = first; number < session.files.last(); number++) {
      if (!session.files.contains(number)) {
        // The first files may have been cleaned up; one between others was taken out.
        from.problems.add(
            new Problem(
                Problem.Weight.BREACH,
                "",
                0,
                "File "
                    + number
                    + " of session "
                    + session.facts.session()
                    + " on "
                    + session.facts.host()
                    + " is missing though later ones are here: bring it back, or find out who"
                    + " removed it."));
      }
    }
    BooksCheck.refusals(session)
        .forEach(
            (name, reasons) ->
                refusals
                    .computeIfAbsent(
                        new PointKey(session.facts.application(), name), k -> new ArrayList<>())
                    .addAll(reasons));
  }

  /** Also those that are configured and were never called: a report must not forget them. */
  private TreeSet<PointKey> keys() {
    TreeSet<PointKey> keys = new TreeSet<>(from.points.keySet());
    keys.addAll(refusals.keySet());
    for (SessionCell session : from.sessions.values()) {
      if (!from.period.limited()
          || session.points.values().stream().anyMatch(p -> p.first != null)) {
        session
            .points
            .keySet()
            .forEach(n -> keys.add(new PointKey(session.facts.application(), n)));
      }
    }
    return keys;
  }

  private PointEvidence point(PointKey key, PointCell cell) {
    List<String> why = refusals.getOrDefault(key, List.of());
    BuildHistory history = BuildHistory.of(key, from.sessions.values());
    Map<LocalDate, List<String>> changes = history.changes();
    Books sum = Books.NONE;
    List<DayScore> days = new ArrayList<>();
    for (Map.Entry<LocalDate, PointCell.DayCell> day : cell.days.entrySet()) {
      Books books = day.getValue().books;
      sum = sum.plus(books);
      days.add(
          new DayScore(
              day.getKey(), new Score(books, why), changes.getOrDefault(day.getKey(), List.of())));
    }
    Optional<PointEntry> entry = lastEntry(key);
    return new PointEvidence(
        key,
        entry.map(PointEntry::control).orElse(""),
        entry.map(PointEntry::candidate).orElse(""),
        new Score(sum, why),
        days,
        history.scores(why),
        ReasonCount.ranked(cell.reasons.sums()),
        RuleWatch.of(
            key, cell, entry.map(PointEntry::rules).orElse(List.of()), from.sessions.values()),
        Debts.of(key, cell, from.sessions.values()),
        NoiseWeighing.of(cell.noise, sum),
        new Latencies(cell.control.counts(), cell.candidate.counts(), cell.caller.counts()));
  }

  private Optional<PointEntry> lastEntry(PointKey key) {
    return from.sessions.values().stream()
        .filter(s -> s.facts.application().equals(key.application()))
        .sorted(
            Comparator.comparing((SessionCell s) -> s.facts.start())
                .thenComparing(s -> s.facts.session())
                .reversed())
        .map(s -> s.points.get(key.name()))
        .filter(p -> p != null && p.entry != null)
        .map(p -> p.entry)
        .findFirst();
  }

  private Score overall(List<PointEvidence> points) {
    Books sum = Books.NONE;
    List<String> why = new ArrayList<>();
    for (PointEvidence point : points) {
      sum = sum.plus(point.score().books());
      for (String reason : point.score().refusals()) {
        why.add(point.key().name() + ": " + reason);
      }
    }
    return new Score(sum, why);
  }

  private List<DayScore> overallDays(List<PointEvidence> points, List<String> why) {
    TreeMap<LocalDate, Books> books = new TreeMap<>();
    for (PointEvidence point : points) {
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

  private List<SignatureEvidence> signatures(List<PointEvidence> points) {
    List<SignatureEvidence> all = new ArrayList<>();
    for (PointEvidence point : points) {
      PointCell cell = from.points.get(point.key());
      if (cell != null) {
        all.addAll(Signatures.of(point.key(), cell, point.noise()));
      }
    }
    all.sort(
        Comparator.comparingLong(SignatureEvidence::count)
            .reversed()
            .thenComparing(SignatureEvidence::point)
            .thenComparing(SignatureEvidence::signature));
    return all;
  }

  private List<SessionEvidence> sessions() {
    List<SessionEvidence> all = new ArrayList<>();
    for (SessionCell session : from.sessions.values()) {
      Books sum = Books.NONE;
      for (SessionCell.Point point : session.points.values()) {
        sum = sum.plus(point.inPeriod);
      }
      if (from.period.limited() && sum.equals(Books.NONE)) {
        continue;
      }
      Instant end =
          session.close != null
              ? session.close.at()
              : session.lastMinute == Long.MIN_VALUE
                  ? session.facts.start()
                  : Instant.EPOCH.plus(Duration.ofMinutes(session.lastMinute));
      all.add(
          new SessionEvidence(
              session.facts, Optional.ofNullable(session.close).map(c -> c.why()), end, sum));
    }
    all.sort(
        Comparator.comparing((SessionEvidence s) -> s.facts().start())
            .thenComparing(s -> s.facts().session()));
    return all;
  }
}
