package io.understudy.compare;

import io.understudy.value.PathPattern;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds rules that cannot both hold, or of which one can never apply. */
final class Contradictions {
  private Contradictions() {}

  /**
   * Goes over all rules.
   *
   * @throws IllegalArgumentException naming the two rules at the first contradiction
   */
  static void refuse(Rules rules) {
    for (PathPattern list : rules.unordered()) {
      if (rules.keyed().containsKey(list)) {
        throw contradiction(
            "unordered " + Rules.shown(list),
            "keyed " + Rules.shown(list) + " by " + rules.keyed().get(list),
            "keyed pairs the elements in any order already");
      }
    }
    refuseDead(rules);
    refuseRenames(rules.rename());
  }

  private static void refuseDead(Rules rules) {
    List<PathPattern> below = new ArrayList<>(rules.tolerate().keySet());
    below.addAll(rules.unordered());
    below.addAll(rules.keyed().keySet());
    for (PathPattern ignored : rules.ignore()) {
      for (PathPattern path : below) {
        // The root is the result; arguments stand below it by name only.
        boolean argument = !path.steps().isEmpty() && path.steps().get(0).equals("arguments");
        if (covers(ignored.steps(), path.steps()) && !(ignored.steps().isEmpty() && argument)) {
          throw contradiction(
              "ignore " + Rules.shown(ignored),
              "the rule for " + Rules.shown(path),
              "what is ignored is not compared, so the second can never apply");
        }
      }
    }
  }

  /**
   * Whether every place of {@code path} certainly is, or stands below, a place of {@code above}.
   */
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

  private static void refuseRenames(Map<PathPattern, PathPattern> renames) {
    Map<PathPattern, PathPattern> byTarget = new HashMap<>();
    renames.forEach(
        (control, candidate) -> {
          String rule = "rename " + Rules.shown(control) + " to " + Rules.shown(candidate);
          if (control.steps().isEmpty() || candidate.steps().isEmpty()) {
            throw new IllegalArgumentException(rule + ": the root has no name that could change");
          }
          if (control.equals(candidate)) {
            throw new IllegalArgumentException(rule + ": both names are the same");
          }
          PathPattern other = byTarget.putIfAbsent(candidate, control);
          if (other != null) {
            throw contradiction(
                "rename " + Rules.shown(other) + " to " + candidate,
                rule,
                "one part of the candidate cannot stand for two of the control");
          }
        });
  }

  private static IllegalArgumentException contradiction(String one, String two, String why) {
    return new IllegalArgumentException("contradictory: " + one + " and " + two + " (" + why + ")");
  }
}
