package io.understudy.report.aggregate;

import io.understudy.journal.PointEntry;
import io.understudy.report.summary.PointKey;
import io.understudy.report.summary.RuleUse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What each rule of a call point did, over the sessions that had it. */
final class RuleHistory {
  /** What says more is compared, or pairs ids: that it never let anything pass is no news. */
  private static final List<String> UNWATCHED =
      List.of(
          "mode ",
          "arguments ",
          "class names",
          "exceptions ",
          "exception message",
          "exception cause",
          "identity ");

  /** How much a rule could have done. */
  private static final class Chance {
    long comparisons;
    long leaves;
    @Nullable LocalDate first;

    void add(SessionAccumulator.Point point) {
      comparisons += point.inPeriod.compared();
      leaves += point.leaves;
      if (point.first != null && (first == null || point.first.isBefore(first))) {
        first = point.first;
      }
    }
  }

  private RuleHistory() {}

  /** The rules in the order in which the last session states them, then those that are gone. */
  static List<RuleUse> of(
      PointKey key,
      PointAccumulator cell,
      List<String> present,
      Iterable<SessionAccumulator> sessions) {
    Map<String, Chance> chances = chances(key, sessions);
    List<String> rules = new ArrayList<>(present);
    chances.keySet().stream().filter(rule -> !rules.contains(rule)).forEach(rules::add);
    List<RuleUse> uses = new ArrayList<>();
    for (String rule : rules) {
      if (!cell.hits.sums().containsKey(rule) && UNWATCHED.stream().anyMatch(rule::startsWith)) {
        continue;
      }
      Chance chance = chances.getOrDefault(rule, new Chance());
      uses.add(
          new RuleUse(
              rule,
              cell.hits.sums().getOrDefault(rule, 0L),
              chance.comparisons,
              chance.first,
              cell.hidden.sums().getOrDefault(rule, 0L),
              chance.leaves,
              present.contains(rule)));
    }
    return uses;
  }

  private static Map<String, Chance> chances(PointKey key, Iterable<SessionAccumulator> sessions) {
    Map<String, Chance> chances = new TreeMap<>();
    for (SessionAccumulator session : sessions) {
      SessionAccumulator.Point point = session.points.get(key.name());
      if (point == null
          || point.entry == null
          // The silence of an agent that does not watch its rules must not look like idle rules.
          || !point.watched
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
}
