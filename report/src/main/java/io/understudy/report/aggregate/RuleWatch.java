package io.understudy.report.aggregate;

import io.understudy.journal.PointEntry;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What each rule of a call point did, over the sessions that had it. */
final class RuleWatch {
  /** Sessions before this revision of the journal did not tell what their rules did. */
  static final int FIRST_REVISION = 1;

  private static final List<String> SETTINGS = List.of("mode ", "exceptions ", "arguments ");

  /** How much a rule could have done. */
  private static final class Chance {
    long comparisons;
    long leaves;
    @Nullable LocalDate first;

    void add(SessionCell.Point point) {
      comparisons += point.inPeriod.compared();
      leaves += point.leaves;
      if (point.first != null && (first == null || point.first.isBefore(first))) {
        first = point.first;
      }
    }
  }

  private RuleWatch() {}

  /** The rules in the order in which the last session states them, then those that are gone. */
  static List<RuleEvidence> of(
      PointKey key, PointCell cell, List<String> present, Iterable<SessionCell> sessions) {
    Map<String, Chance> chances = chances(key, sessions);
    List<String> rules = new ArrayList<>(present);
    chances.keySet().stream().filter(rule -> !rules.contains(rule)).forEach(rules::add);
    List<RuleEvidence> evidence = new ArrayList<>();
    for (String rule : rules) {
      if (isSetting(rule)) {
        continue;
      }
      Chance chance = chances.getOrDefault(rule, new Chance());
      evidence.add(
          new RuleEvidence(
              rule,
              cell.hits.sums().getOrDefault(rule, 0L),
              chance.comparisons,
              chance.first,
              cell.hidden.sums().getOrDefault(rule, 0L),
              chance.leaves,
              present.contains(rule)));
    }
    return evidence;
  }

  private static Map<String, Chance> chances(PointKey key, Iterable<SessionCell> sessions) {
    Map<String, Chance> chances = new TreeMap<>();
    for (SessionCell session : sessions) {
      SessionCell.Point point = session.points.get(key.name());
      if (point == null
          || point.entry == null
          || session.facts.revision() < FIRST_REVISION
          || !session.facts.application().equals(key.application())) {
        continue;
      }
      PointEntry entry = point.entry;
      for (String rule : entry.rules()) {
        chances.computeIfAbsent(rule, r -> new Chance()).add(point);
      }
    }
    return chances;
  }

  // The mode and what is compared at all hold everywhere: they are not rules that hit or do not.
  private static boolean isSetting(String rule) {
    return SETTINGS.stream().anyMatch(rule::startsWith);
  }
}
