package io.understudy.compare;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds rules that cannot both hold, or of which one can never apply. */
final class Contradictions {
  private Contradictions() {}

  /**
   * Goes over all rules as they are stated.
   *
   * @throws IllegalArgumentException naming the two rules at the first contradiction
   */
  static void refuse(List<Rule> rules) {
    for (Rule one : rules) {
      for (Rule two : rules) {
        String why = one == two ? null : why(one, two);
        if (why != null) {
          throw contradiction(one, two, why);
        }
      }
    }
    refuseRenames(rules);
  }

  /** Why the second of two rules contradicts the first; null where it does not. */
  private static @Nullable String why(Rule one, Rule two) {
    if (one.sort == Rule.Sort.IGNORE) {
      return two.sort != Rule.Sort.IGNORE && two.sort != Rule.Sort.RENAME && covers(one, two)
          ? "what is ignored is not compared, so the second can never apply"
          : null;
    }
    return one.scope.equals(two.scope) ? ofOneScope(one.sort, two.sort) : null;
  }

  private static @Nullable String ofOneScope(Rule.Sort one, Rule.Sort two) {
    if (one == Rule.Sort.TOLERATE && two == Rule.Sort.IDENTITY) {
      return "ids are paired, not measured";
    }
    return one == Rule.Sort.UNORDERED && two == Rule.Sort.KEYED
        ? "keyed pairs the elements in any order already"
        : null;
  }

  /** Whether every place of {@code below} certainly is, or stands below, a place of the other. */
  private static boolean covers(Rule above, Rule below) {
    if (above.scope.isEverywhere() || above.scope.equals(below.scope)) {
      return true;
    }
    if (above.scope.path() == null || below.scope.path() == null) {
      return false;
    }
    // The root is the result; arguments stand below it by name only.
    boolean argument = !below.steps.isEmpty() && below.steps.get(0).equals("arguments");
    return covers(above.steps, below.steps) && !(above.steps.isEmpty() && argument);
  }

  private static boolean covers(List<String> above, List<String> path) {
    if (above.size() > path.size()) {
      return false;
    }
    for (int i = 0; i < above.size(); i++) {
      String step = path.get(i);
      if (!above.get(i).equals(step) && !(above.get(i).equals("*") && !step.equals("**"))) {
        return false;
      }
    }
    return true;
  }

  private static void refuseRenames(List<Rule> rules) {
    Map<Object, Rule> byTarget = new HashMap<>();
    for (Rule rule : rules) {
      if (!(rule.what instanceof Scope)) {
        continue;
      }
      Scope candidate = (Scope) rule.what;
      if (rule.steps.isEmpty() || candidate.steps().isEmpty()) {
        throw new IllegalArgumentException(rule + ": the root has no name that could change");
      }
      if (rule.scope.equals(candidate)) {
        throw new IllegalArgumentException(rule + ": both names are the same");
      }
      Rule other = byTarget.putIfAbsent(candidate, rule);
      if (other != null) {
        throw contradiction(
            other, rule, "one part of the candidate cannot stand for two of the control");
      }
    }
  }

  private static IllegalArgumentException contradiction(Rule one, Rule two, String why) {
    return new IllegalArgumentException("contradictory: " + one + " and " + two + " (" + why + ")");
  }
}
