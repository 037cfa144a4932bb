package io.understudy.compare.rule;

import io.understudy.value.PathPattern;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds pairs of rules that contradict each other, or of which one can never apply. */
final class RuleContradictions {
  /** The sorts that have no effect where a comparator decides. */
  private static final Set<Rule.Sort> OVERRIDDEN_BY_COMPARATOR =
      EnumSet.of(
          Rule.Sort.TOLERATE,
          Rule.Sort.DAYS,
          Rule.Sort.ANY_VALUE,
          Rule.Sort.UNORDERED,
          Rule.Sort.AS_SET,
          Rule.Sort.KEYED,
          Rule.Sort.NULL_IS_EMPTY,
          Rule.Sort.TEXT,
          Rule.Sort.MASK,
          Rule.Sort.CODES,
          Rule.Sort.ROUND,
          Rule.Sort.PARSE,
          Rule.Sort.TEXT_AS_NUMBER,
          Rule.Sort.MATCHES,
          Rule.Sort.SIMILAR_NAMES);

  /**
   * The sorts that decide on a value by itself; two of them for one scope contradict each other.
   */
  private static final Set<Rule.Sort> OF_VALUES =
      EnumSet.of(
          Rule.Sort.TOLERATE,
          Rule.Sort.DAYS,
          Rule.Sort.TEXT,
          Rule.Sort.MASK,
          Rule.Sort.CODES,
          Rule.Sort.ROUND,
          Rule.Sort.TEXT_AS_NUMBER,
          Rule.Sort.IDENTITY);

  private static final Set<Rule.Sort> TEXT_SORTS =
      EnumSet.of(Rule.Sort.TEXT, Rule.Sort.MASK, Rule.Sort.CODES);

  private RuleContradictions() {}

  /**
   * Checks all rules as they are stated.
   *
   * @throws IllegalArgumentException naming the two rules at the first contradiction
   */
  static void check(List<Rule> rules) {
    // Only what is ignored, or left to a comparator, concerns rules of other scopes.
    Map<RuleScope, List<Rule>> byScope = new HashMap<>();
    List<Rule> notIgnored = new ArrayList<>();
    for (Rule rule : rules) {
      byScope.computeIfAbsent(rule.scope, scope -> new ArrayList<>()).add(rule);
      if (rule.sort != Rule.Sort.IGNORE) {
        notIgnored.add(rule);
      }
    }
    for (Rule one : rules) {
      boolean isWide = one.sort == Rule.Sort.IGNORE || one.sort == Rule.Sort.COMPARATOR;
      for (Rule two : isWide ? notIgnored : inScope(byScope, one)) {
        String reason = one == two ? null : reason(one, two);
        if (reason != null) {
          throw contradiction(one, two, reason);
        }
      }
    }
    checkRenames(rules);
    checkExceptions(rules);
    checkLimits(rules);
  }

  private static List<Rule> inScope(Map<RuleScope, List<Rule>> byScope, Rule rule) {
    return byScope.getOrDefault(rule.scope, Collections.emptyList());
  }

  private static void checkLimits(List<Rule> rules) {
    for (Rule rule : rules) {
      if (rule.sort == Rule.Sort.ONLY && rule.scope.typeNames().size() > 1) {
        throw new IllegalArgumentException(
            rule + ": a pair of types has no place of its own; name one class");
      }
    }
  }

  /** Returns why the second of two rules contradicts the first; null where it does not. */
  private static @Nullable String reason(Rule one, Rule two) {
    if (!one.appliesToPlaces() || !two.appliesToPlaces()) {
      return null;
    }
    if (one.sort == Rule.Sort.IGNORE) {
      return two.sort != Rule.Sort.IGNORE
              && two.sort != Rule.Sort.ONLY
              && two.sort != Rule.Sort.RENAME
              && covers(one, two)
          ? "what is ignored is not compared, so the second can never apply"
          : null;
    }
    if (one.sort == Rule.Sort.COMPARATOR
        && OVERRIDDEN_BY_COMPARATOR.contains(two.sort)
        && covers(one, two)) {
      return "a comparator decides alone for this place and below, so the second can never"
          + " apply";
    }
    return one.scope.equals(two.scope) ? reasonInOneScope(one, two.sort) : null;
  }

  private static @Nullable String reasonInOneScope(Rule one, Rule.Sort two) {
    switch (one.sort) {
      case UNORDERED:
        if (two == Rule.Sort.AS_SET) {
          return "a set has no order: state one of them";
        }
        return two == Rule.Sort.KEYED ? "keyed pairs the elements in any order already" : null;
      case AS_SET:
        return two == Rule.Sort.KEYED ? "keyed pairs each element, duplicates too" : null;
      case ANY_VALUE:
        return OF_VALUES.contains(two) || two == Rule.Sort.PARSE
            ? "any value is accepted there, so the second can never apply"
            : null;
      case MATCHES:
        return OF_VALUES.contains(two)
                || two == Rule.Sort.PARSE
                || two == Rule.Sort.ANY_VALUE
                || two == Rule.Sort.NULL_IS_EMPTY
            ? "only the candidate's text counts there, so the second can never apply"
            : null;
      case TEXT_AS_NUMBER:
        return two == Rule.Sort.CODES || two == Rule.Sort.MASK
            ? "a text is compared as a number there, not as a text"
            : null;
      case TOLERATE:
        if (two == Rule.Sort.IDENTITY) {
          return "ids are paired, not measured";
        }
        return two == Rule.Sort.ROUND
            ? "a tolerance accepts numbers that the rounding refuses: state one of them"
            : null;
      case CODES:
        return two == Rule.Sort.TOLERATE || two == Rule.Sort.ROUND
            ? "a code is not a quantity that can be near another"
            : null;
      case PARSE:
        // A scope by type, or everywhere, also covers texts inside the documents.
        return one.scope.path() != null && TEXT_SORTS.contains(two)
            ? "a text that contains a document is compared as that document: name the places in it"
            : null;
      default:
        return null;
    }
  }

  /** Whether each place of {@code below} is certainly a place of {@code above}, or below one. */
  private static boolean covers(Rule above, Rule below) {
    if (above.scope.isEverywhere() || above.scope.equals(below.scope)) {
      return true;
    }
    if (above.scope.path() == null || below.scope.path() == null) {
      return false;
    }
    // The root is the result; the path of arguments only looks as if it were below the root.
    boolean argument = !below.steps.isEmpty() && below.steps.get(0).equals("arguments");
    return covers(above.steps, below.steps) && !(above.steps.isEmpty() && argument);
  }

  private static boolean covers(List<String> above, List<String> path) {
    if (above.size() > path.size()) {
      return false;
    }
    for (int i = 0; i < above.size(); i++) {
      String step = path.get(i);
      boolean isOne = !step.equals("**") && (!PathPattern.isWild(step) || above.get(i).equals("*"));
      if (!above.get(i).equals(step) && !(isOne && isMatch(above.get(i), step))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isMatch(String pattern, String step) {
    return !pattern.equals("**") && PathPattern.isMatch(pattern, step);
  }

  private static void checkRenames(List<Rule> rules) {
    Map<Object, Rule> byTarget = new HashMap<>();
    for (Rule rule : rules) {
      if (rule.sort != Rule.Sort.RENAME || !(rule.parameter instanceof RuleScope)) {
        continue;
      }
      RuleScope candidate = (RuleScope) rule.parameter;
      if (rule.steps.isEmpty() || candidate.steps().isEmpty()) {
        throw new IllegalArgumentException(rule + ": the root has no name that could change");
      }
      if (rule.scope.equals(candidate)) {
        throw new IllegalArgumentException(rule + ": both names are the same");
      }
      Rule other = byTarget.putIfAbsent(candidate, rule);
      if (other != null) {
        throw contradiction(
            other, rule, "two parts of the control cannot be one part of the candidate");
      }
    }
  }

  private static void checkExceptions(List<Rule> rules) {
    for (Rule rule : rules) {
      if (!rule.appliesToPlaces() && rule.scope.path() != null) {
        throw new IllegalArgumentException(
            rule + ": an exception has no path; name its class, or /** for all");
      }
      if (!rule.appliesToPlaces() && !isOneClass(rule.scope)) {
        throw new IllegalArgumentException(
            rule + ": the class of an exception is named in full, without * and without a pair");
      }
      if (rule.sort == Rule.Sort.EXCEPTION_CLASS && rule.scope.equals(rule.parameter)) {
        throw new IllegalArgumentException(rule + ": both classes are the same");
      }
    }
  }

  private static boolean isOneClass(RuleScope scope) {
    return scope.isEverywhere()
        || (scope.typeNames().size() == 1 && !PathPattern.isWild(scope.typeNames().get(0)));
  }

  private static IllegalArgumentException contradiction(Rule one, Rule two, String reason) {
    return new IllegalArgumentException(
        "contradictory: " + one + " and " + two + " (" + reason + ")");
  }
}
