package io.understudy.compare.rule;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Selects the rules that apply at one place. For each sort that is the rule with the closest path,
 * otherwise the rule for the closest type, otherwise the rule that holds everywhere.
 */
final class RulePrecedence {
  private final List<Rule> here;

  /** The types of the objects here, the closest first. */
  private final List<String> types;

  RulePrecedence(List<Rule> here, List<String> types) {
    this.here = here;
    this.types = types;
  }

  /** Returns the rule of these sorts that applies; null for none. */
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

  /**
   * Returns the rule of a sort if no rule for values of another sort is closer; null for none. Two
   * such rules for one scope contradict each other.
   */
  @Nullable Rule ofValues(Rule.Sort sort) {
    Rule closest =
        of(
            Rule.Sort.TOLERATE,
            Rule.Sort.DAYS,
            Rule.Sort.ANY_VALUE,
            Rule.Sort.TEXT,
            Rule.Sort.MASK,
            Rule.Sort.CODES,
            Rule.Sort.ROUND,
            Rule.Sort.IDENTITY,
            Rule.Sort.PARSE,
            Rule.Sort.MATCHES,
            Rule.Sort.COMPARATOR);
    return closest != null && closest.sort == sort ? closest : null;
  }

  /** Returns all rules of one sort with the closest scope, in order of statement. */
  List<Rule> all(Rule.Sort sort) {
    List<Rule> all = new ArrayList<>(0);
    Rule closest = of(sort);
    for (Rule rule : here) {
      if (closest != null && rule.sort == sort && rule.scope.equals(closest.scope)) {
        all.add(rule);
      }
    }
    return all;
  }

  /**
   * Returns the rule of a sort that applies by type, even if one by path is closer; null for none.
   */
  @Nullable Rule byType(Rule.Sort sort) {
    Rule closest = null;
    for (Rule rule : here) {
      boolean typed = rule.sort == sort && rule.scope.typeName() != null && holds(rule);
      if (typed && (closest == null || isCloser(rule, closest))) {
        closest = rule;
      }
    }
    return closest;
  }

  /** Returns the rule of a sort that applies by path or everywhere, without those by type. */
  @Nullable Rule byPlace(Rule.Sort sort) {
    return new RulePrecedence(here, Collections.emptyList()).of(sort);
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
    int distance = distance(one);
    int otherDistance = distance(other);
    return distance != otherDistance ? distance < otherDistance : one.isCloserThan(other);
  }

  private int distance(Rule rule) {
    if (rule.scope.path() != null) {
      return -1;
    }
    return rule.scope.isEverywhere() ? types.size() : types.indexOf(rule.scope.typeName());
  }
}
