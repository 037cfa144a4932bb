package io.understudy.compare.rule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rules as they are stated; each sort and scope occurs once. Not thread-safe. */
final class RuleSet {
  private final Map<String, Rule> rules = new LinkedHashMap<>();

  /**
   * Adds a rule; an equal rule changes nothing.
   *
   * @throws IllegalArgumentException when a rule with the same sort and scope has another parameter
   */
  void put(Rule rule) {
    Rule before = rules.putIfAbsent(rule.conflictKey(), rule);
    if (before != null && !before.hasSameParameter(rule)) {
      throw new IllegalArgumentException("contradictory: " + before + " and " + rule);
    }
  }

  /** Returns a copy to add rules to. */
  RuleSet copy() {
    RuleSet copy = new RuleSet();
    copy.rules.putAll(rules);
    return copy;
  }

  /** Returns all rules in the order of their sorts; within a sort, in order of statement. */
  List<Rule> inOrder() {
    List<Rule> all = new ArrayList<>(rules.values());
    all.sort(Comparator.comparing(rule -> rule.sort));
    return all;
  }
}
