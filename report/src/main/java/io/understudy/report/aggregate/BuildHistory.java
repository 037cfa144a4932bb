package io.understudy.report.aggregate;

import io.understudy.journal.CodeIdentity;
import io.understudy.journal.PointEntry;
import io.understudy.report.summary.Books;
import io.understudy.report.summary.Build;
import io.understudy.report.summary.BuildScore;
import io.understudy.report.summary.PointKey;
import io.understudy.report.summary.Score;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What each build of a call point has shown, and on which days another one appeared. */
final class BuildHistory {
  private static final class Shown {
    final Build build;
    LocalDate first = LocalDate.MAX;
    LocalDate last = LocalDate.MIN;
    Instant since = Instant.MAX;
    Books books = Books.NONE;

    Shown(Build build) {
      this.build = build;
    }
  }

  private final List<Shown> builds;

  private BuildHistory(List<Shown> builds) {
    this.builds = builds;
  }

  /** The history of a call point over the sessions of its application. */
  static BuildHistory of(PointKey key, Iterable<SessionAccumulator> sessions) {
    Map<Build, Shown> builds = new LinkedHashMap<>();
    for (SessionAccumulator session : sessions) {
      SessionAccumulator.Point point = session.points.get(key.name());
      if (point == null
          || point.first == null
          || point.last == null
          || !session.facts.application().equals(key.application())) {
        continue;
      }
      Shown shown = builds.computeIfAbsent(build(session, point.entry), Shown::new);
      shown.first = point.first.isBefore(shown.first) ? point.first : shown.first;
      shown.last = point.last.isAfter(shown.last) ? point.last : shown.last;
      shown.since =
          session.facts.start().isBefore(shown.since) ? session.facts.start() : shown.since;
      shown.books = shown.books.plus(point.inPeriod);
    }
    return inOrder(builds.values());
  }

  private static BuildHistory inOrder(Collection<Shown> builds) {
    List<Shown> inOrder = new ArrayList<>(builds);
    inOrder.sort(
        Comparator.comparing((Shown s) -> s.first)
            .thenComparing(s -> s.since)
            .thenComparing(s -> s.build));
    return new BuildHistory(inOrder);
  }

  /** The history of an application as a whole: another build of any of its call points counts. */
  static BuildHistory of(String application, Iterable<SessionAccumulator> sessions) {
    Map<Build, Shown> builds = new LinkedHashMap<>();
    for (SessionAccumulator session : sessions) {
      if (!session.facts.application().equals(application)) {
        continue;
      }
      List<Build> each = new ArrayList<>();
      LocalDate first = LocalDate.MAX;
      for (SessionAccumulator.Point point : session.points.values()) {
        each.add(build(session, point.entry));
        first = point.first != null && point.first.isBefore(first) ? point.first : first;
      }
      if (!first.equals(LocalDate.MAX)) {
        Shown shown = builds.computeIfAbsent(together(each), Shown::new);
        shown.first = first.isBefore(shown.first) ? first : shown.first;
        Instant start = session.facts.start();
        shown.since = start.isBefore(shown.since) ? start : shown.since;
      }
    }
    return inOrder(builds.values());
  }

  private static Build together(List<Build> builds) {
    return new Build(
        joined(builds, Build::control),
        joined(builds, Build::candidate),
        joined(builds, Build::config),
        joined(builds, Build::rules));
  }

  private static String joined(List<Build> builds, Function<Build, String> part) {
    return builds.stream().map(part).distinct().sorted().collect(Collectors.joining("\n"));
  }

  private static Build build(SessionAccumulator session, @Nullable PointEntry entry) {
    String config = session.facts.config();
    return entry == null
        ? new Build("", "", config, "")
        : new Build(
            code(entry.controlCode()),
            code(entry.candidateCode()),
            config,
            String.join("\n", entry.rules()));
  }

  private static String code(@Nullable CodeIdentity code) {
    return code == null ? "" : code.toString();
  }

  /** The scores, in the order in which the builds appeared. */
  List<BuildScore> scores(List<String> refusals) {
    return builds.stream()
        .map(s -> new BuildScore(s.build, s.first, s.last, new Score(s.books, refusals)))
        .toList();
  }

  /** What is new on which day, in words; the first day of all has nothing new. */
  Map<LocalDate, List<String>> changes() {
    Map<LocalDate, List<String>> changes = new TreeMap<>();
    for (int i = 1; i < builds.size(); i++) {
      List<String> what = builds.get(i - 1).build.changesTo(builds.get(i).build);
      List<String> day = changes.computeIfAbsent(builds.get(i).first, d -> new ArrayList<>());
      what.stream().filter(w -> !day.contains(w)).forEach(day::add);
    }
    return changes;
  }
}
