package io.understudy.report.aggregate;

import io.understudy.journal.PointEntry;
import io.understudy.journal.Sums;
import io.understudy.report.summary.PointKey;
import io.understudy.report.summary.RuleUse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Joins the rules of a call point with their hits, over all sessions that have them. */
final class RuleHistory {
  /**
   * Rules that make comparisons stricter or pair ids. They never hide a difference, so they are
   * listed only where they have hits.
   */
  private static final List<String> STRICTER =
      List.of(
          "mode ",
          "arguments ",
          "class names",
          "exceptions ",
          "exception message",
          "exception cause",
          "identity ");

  /** The comparisons in which a rule could have a hit. */
  private static final class Opportunity {
    long comparisons;
    long leaves;
    @Nullable LocalDate first;

    void add(SessionPoint point) {
      comparisons = Sums.plus(comparisons, point.inPeriod.compared());
      leaves = Sums.plus(leaves, point.leaves);
      if (point.first != null && (first == null || point.first.isBefore(first))) {
        first = point.first;
      }
    }
  }

  private RuleHistory() {}

  /**
   * Lists the rules of the latest session in its order, then the removed ones.
   *
   * @param hits the hits of all call points
   */
  static List<RuleUse> of(
      PointKey key,
      PointAccumulator sums,
      List<String> present,
      Iterable<SessionAccumulator> sessions,
      RuleHits hits) {
    Map<String, Opportunity> opportunities = opportunities(key, sessions);
    List<String> rules = new ArrayList<>(present);
    opportunities.keySet().stream().filter(rule -> !rules.contains(rule)).forEach(rules::add);
    List<RuleUse> uses = new ArrayList<>();
    for (String rule : rules) {
      if (!sums.hits.sums().containsKey(rule) && STRICTER.stream().anyMatch(rule::startsWith)) {
        continue;
      }
      Opportunity opportunity = opportunities.getOrDefault(rule, new Opportunity());
      uses.add(
          new RuleUse(
              rule,
              sums.hits.sums().getOrDefault(rule, 0L),
              opportunity.comparisons,
              opportunity.first,
              sums.hidden.sums().getOrDefault(rule, 0L),
              opportunity.leaves,
              present.contains(rule),
              hits.isHitElsewhere(rule, key, sums)));
    }
    return uses;
  }

  private static Map<String, Opportunity> opportunities(
      PointKey key, Iterable<SessionAccumulator> sessions) {
    Map<String, Opportunity> opportunities = new TreeMap<>();
    for (SessionAccumulator session : sessions) {
      SessionPoint point = session.points.get(key.name());
      if (point == null
          || point.entry == null
          // An old agent counts no hits. Its rules must not look unused.
          || !point.countsHits
          || !session.entry.application().equals(key.application())) {
        continue;
      }
      PointEntry entry = point.entry;
      for (String rule : entry.rules()) {
        opportunities.computeIfAbsent(rule, r -> new Opportunity()).add(point);
      }
    }
    return opportunities;
  }
}
