package io.understudy.compare;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Of all rules that lead to one place, those that hold there: of each sort the one with the closest
 * path, else the one of the closest type, else the one that holds everywhere.
 */
final class Closest {
  private final List<Rule> here;

  /** The types of what stands here, the closest first. */
  private final List<String> types;

  Closest(List<Rule> here, List<String> types) {
    this.here = here;
    this.types = types;
  }

  /** The rule that holds among those of these sorts; null for none. */
  @Nullable Rule of(Rule.Sort... sorts) {
    Rule closest = null;
    for (Rule rule : here) {
      if (isOneOf(rule.sort, sorts)
          && holds(rule)
          && (closest == null || isCloser(rule, closest))) {
        closest = rule;
      }
    }
    return closest;
  }

  private static boolean isOneOf(Rule.Sort sort, Rule.Sort... sorts) {
    for (Rule.Sort each : sorts) {
      if (each == sort) {
        return true;
      }
    }
    return false;
  }

  private boolean holds(Rule rule) {
    return rule.scope.typeName() == null || types.contains(rule.scope.typeName());
  }

  private boolean isCloser(Rule one, Rule other) {
    int mine = distance(one);
    int theirs = distance(other);
    return mine != theirs ? mine < theirs : one.isCloserThan(other);
  }

  private int distance(Rule rule) {
    if (rule.scope.path() != null) {
      return -1;
    }
    return rule.scope.isEverywhere() ? types.size() : types.indexOf(rule.scope.typeName());
  }
}
