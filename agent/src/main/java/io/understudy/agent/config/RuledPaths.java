package io.understudy.agent.config;

import io.understudy.value.PathPattern;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which path has which rule, to find rules that are given twice or contradict each other. */
final class RuledPaths {
  private final Problems problems;
  private final Map<PathPattern, List<Placed<String>>> rules = new HashMap<>();

  RuledPaths(Problems problems) {
    this.problems = problems;
  }

  /** Notes {@code rule} for a path; false, with a problem, where another one stands against it. */
  boolean add(String rule, Placed<PathPattern> path) {
    List<Placed<String>> others = rules.computeIfAbsent(path.value, p -> new ArrayList<>());
    for (Placed<String> other : others) {
      if (other.value.equals(rule)) {
        problems.add(path.where, path.key, "is given twice, first at " + other.where);
        return false;
      }
      if (contradict(rule, other.value)) {
        problems.add(
            path.where,
            path.key,
            "contradicts " + other.value + " of the same path at " + other.where);
        return false;
      }
    }
    others.add(new Placed<>(rule, path.where, path.key));
    return true;
  }

  private static boolean contradict(String a, String b) {
    return a.equals("ignore") || b.equals("ignore") || (pairs(a) && pairs(b));
  }

  private static boolean pairs(String rule) {
    return rule.equals("unordered") || rule.equals("keyed");
  }
}
