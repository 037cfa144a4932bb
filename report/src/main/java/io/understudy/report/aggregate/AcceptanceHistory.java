package io.understudy.report.aggregate;

import io.understudy.journal.RecordedAcceptance;
import io.understudy.report.summary.AcceptancePeak;
import io.understudy.report.summary.AcceptanceUse;
import io.understudy.report.summary.PointKey;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What each accepted difference of a call point stands for and what it covered. */
final class AcceptanceHistory {
  /** What the sessions state of one. */
  private static final class Stated {
    @Nullable RecordedAcceptance terms;
    boolean present;
    long compared;
    @Nullable LocalDate since;
  }

  private AcceptanceHistory() {}

  /** The acceptances: those of the last session in its order, then those that are gone. */
  static List<AcceptanceUse> of(
      PointKey key, PointAccumulator cell, Iterable<SessionAccumulator> sessions) {
    Map<String, Stated> stated = stated(key, sessions);
    Map<String, AcceptanceAccumulator> cells = new TreeMap<>(cell.acceptances.sums());
    cells.keySet().forEach(id -> stated.computeIfAbsent(id, i -> new Stated()));
    List<AcceptanceUse> evidence = new ArrayList<>();
    stated.forEach(
        (id, one) ->
            evidence.add(
                evidence(id, one, cells.getOrDefault(id, new AcceptanceAccumulator()), cell)));
    return evidence;
  }

  private static AcceptanceUse evidence(
      String id, Stated stated, AcceptanceAccumulator cell, PointAccumulator point) {
    List<AcceptancePeak> peaks = new ArrayList<>();
    cell.byJvm.forEach(
        (jvm, calls) ->
            peaks.add(new AcceptancePeak(jvm.day(), calls, point.verdicts.getOrDefault(jvm, 0L))));
    return new AcceptanceUse(
        id,
        stated.terms,
        stated.present,
        stated.compared,
        stated.since,
        cell.accepted.days(),
        cell.expired.days(),
        cell.breached.days(),
        cell.near.days(),
        peaks.stream().max(AcceptancePeak.BY_CALLS).orElse(null),
        peaks.stream().max(AcceptancePeak.BY_SHARE).orElse(null),
        cell.examples.list());
  }

  // The last session comes first: its terms hold, and its order is that of the list.
  private static Map<String, Stated> stated(PointKey key, Iterable<SessionAccumulator> sessions) {
    List<SessionAccumulator> lastFirst = new ArrayList<>();
    for (SessionAccumulator session : sessions) {
      SessionAccumulator.Point point = session.points.get(key.name());
      if (session.facts.application().equals(key.application())
          && point != null
          && point.entry != null) {
        lastFirst.add(session);
      }
    }
    lastFirst.sort(
        Comparator.comparing((SessionAccumulator s) -> s.facts.start())
            .thenComparing(s -> s.facts.session())
            .reversed());
    Map<String, Stated> stated = new LinkedHashMap<>();
    for (SessionAccumulator session : lastFirst) {
      state(session.point(key.name()), session == lastFirst.get(0), stated);
    }
    return stated;
  }

  private static void state(SessionAccumulator.Point point, boolean last, Map<String, Stated> to) {
    if (point.entry == null) {
      return;
    }
    for (RecordedAcceptance terms : point.entry.accepts()) {
      Stated stated = to.computeIfAbsent(terms.id(), id -> new Stated());
      stated.terms = stated.terms == null ? terms : stated.terms;
      stated.present |= last;
      stated.compared += point.inPeriod.compared();
      LocalDate first = point.first;
      if (first != null && (stated.since == null || first.isBefore(stated.since))) {
        stated.since = first;
      }
    }
  }
}
