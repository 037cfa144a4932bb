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

/** The builds of a call point or an application in order of appearance, with their sums. */
final class BuildHistory {
  private static final class BuildSums {
    final Build build;
    LocalDate first = LocalDate.MAX;
    LocalDate last = LocalDate.MIN;
    Instant since = Instant.MAX;
    Books books = Books.NONE;

    BuildSums(Build build) {
      this.build = build;
    }

    /** Moves the first day and the first start back where these are earlier. */
    void startBy(LocalDate day, Instant start) {
      first = day.isBefore(first) ? day : first;
      since = start.isBefore(since) ? start : since;
    }
  }

  private final List<BuildSums> builds;

  private BuildHistory(List<BuildSums> builds) {
    this.builds = builds;
  }

  /** Returns the history of a call point over the sessions of its application. */
  static BuildHistory of(PointKey key, Iterable<SessionAccumulator> sessions) {
    Map<Build, BuildSums> builds = new LinkedHashMap<>();
    for (SessionAccumulator session : sessions) {
      SessionPoint point = session.points.get(key.name());
      if (point == null
          || point.first == null
          || point.last == null
          || !session.entry.application().equals(key.application())) {
        continue;
      }
      BuildSums sums = builds.computeIfAbsent(build(session, point.entry), BuildSums::new);
      sums.last = point.last.isAfter(sums.last) ? point.last : sums.last;
      sums.books = sums.books.plus(point.inPeriod);
      sums.startBy(point.first, session.entry.start());
    }
    return inOrder(builds.values());
  }

  private static BuildHistory inOrder(Collection<BuildSums> builds) {
    List<BuildSums> inOrder = new ArrayList<>(builds);
    inOrder.sort(
        Comparator.comparing((BuildSums s) -> s.first)
            .thenComparing(s -> s.since)
            .thenComparing(s -> s.build));
    return new BuildHistory(inOrder);
  }

  /** Returns the history of an application: a change of any of its call points is a new build. */
  static BuildHistory of(String application, Iterable<SessionAccumulator> sessions) {
    Map<Build, BuildSums> builds = new LinkedHashMap<>();
    for (SessionAccumulator session : sessions) {
      if (!session.entry.application().equals(application)) {
        continue;
      }
      List<Build> each = new ArrayList<>();
      LocalDate first = LocalDate.MAX;
      for (SessionPoint point : session.points.values()) {
        each.add(build(session, point.entry));
        first = point.first != null && point.first.isBefore(first) ? point.first : first;
      }
      if (!first.equals(LocalDate.MAX)) {
        builds.computeIfAbsent(joined(each), BuildSums::new).startBy(first, session.entry.start());
      }
    }
    return inOrder(builds.values());
  }

  private static Build joined(List<Build> builds) {
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
    String config = session.entry.config();
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

  /** Lists the scores of the builds in order of appearance. */
  List<BuildScore> scores(List<String> refusals) {
    return builds.stream()
        .map(s -> new BuildScore(s.build, s.first, s.last, new Score(s.books, refusals)))
        .toList();
  }

  /** Names the changed parts by day. The first day of the first build has no change. */
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
