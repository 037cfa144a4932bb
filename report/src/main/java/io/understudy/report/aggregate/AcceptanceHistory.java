package io.understudy.report.aggregate;

import io.understudy.journal.RecordedAcceptance;
import io.understudy.journal.Sums;
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

/** Joins the terms of a call point's acceptances with the calls that they covered. */
final class AcceptanceHistory {
  /** Orders by calls; the latest of equal peaks is the greatest. */
  private static final Comparator<AcceptancePeak> BY_CALLS =
      Comparator.comparingLong(AcceptancePeak::calls).thenComparing(AcceptancePeak::day);

  /** Orders by share; the latest of equal peaks is the greatest. */
  private static final Comparator<AcceptancePeak> BY_SHARE =
      Comparator.comparingDouble(AcceptancePeak::share).thenComparing(AcceptancePeak::day);

  /** What the sessions state about one acceptance. */
  private static final class Terms {
    @Nullable RecordedAcceptance latest;
    boolean present;
    long compared;
    @Nullable LocalDate since;
  }

  private AcceptanceHistory() {}

  /** Lists the acceptances of the latest session in its order, then the removed ones. */
  static List<AcceptanceUse> of(
      PointKey key, PointAccumulator point, Iterable<SessionAccumulator> sessions) {
    Map<String, Terms> terms = terms(key, sessions);
    Map<String, AcceptanceAccumulator> sums = new TreeMap<>(point.acceptances.sums());
    sums.keySet().forEach(id -> terms.computeIfAbsent(id, i -> new Terms()));
    List<AcceptanceUse> uses = new ArrayList<>();
    terms.forEach(
        (id, one) ->
            uses.add(use(id, one, sums.getOrDefault(id, new AcceptanceAccumulator()), point)));
    return uses;
  }

  private static AcceptanceUse use(
      String id, Terms terms, AcceptanceAccumulator sums, PointAccumulator point) {
    List<AcceptancePeak> peaks = new ArrayList<>();
    sums.byJvm.forEach(
        (jvm, calls) ->
            peaks.add(new AcceptancePeak(jvm.day(), calls, point.verdicts.getOrDefault(jvm, 0L))));
    return new AcceptanceUse(
        id,
        terms.latest,
        terms.present,
        terms.compared,
        terms.since,
        sums.accepted.days(),
        sums.expired.days(),
        sums.breached.days(),
        sums.near.days(),
        peaks.stream().max(BY_CALLS).orElse(null),
        peaks.stream().max(BY_SHARE).orElse(null),
        sums.examples.list());
  }

  // The latest session comes first: its terms are valid, and its order is the order of the list.
  private static Map<String, Terms> terms(PointKey key, Iterable<SessionAccumulator> sessions) {
    List<SessionAccumulator> latestFirst = new ArrayList<>();
    for (SessionAccumulator session : sessions) {
      SessionPoint point = session.points.get(key.name());
      if (session.entry.application().equals(key.application())
          && point != null
          && point.entry != null) {
        latestFirst.add(session);
      }
    }
    latestFirst.sort(SessionAccumulator.LATEST_FIRST);
    Map<String, Terms> terms = new LinkedHashMap<>();
    for (SessionAccumulator session : latestFirst) {
      add(session.point(key.name()), session == latestFirst.get(0), terms);
    }
    return terms;
  }

  private static void add(SessionPoint point, boolean latest, Map<String, Terms> to) {
    if (point.entry == null) {
      return;
    }
    for (RecordedAcceptance accepted : point.entry.accepts()) {
      Terms terms = to.computeIfAbsent(accepted.id(), id -> new Terms());
      terms.latest = terms.latest == null ? accepted : terms.latest;
      terms.present |= latest;
      terms.compared = Sums.plus(terms.compared, point.inPeriod.compared());
      LocalDate first = point.first;
      if (first != null && (terms.since == null || first.isBefore(terms.since))) {
        terms.since = first;
      }
    }
  }
}
