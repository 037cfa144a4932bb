package io.understudy.compare.rule;

import io.understudy.value.PathPattern;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One rename rule, split at its anchor: the deepest place that both paths share. From there, the
 * steps {@link #control} lead to the control's part and the steps {@link #candidate} to the
 * candidate's; neither has wildcards.
 *
 * <p>{@code /lines/*}{@code /a} to {@code /lines/*}{@code /b/c} is anchored at {@code /lines/*},
 * where {@code [a]} becomes {@code [b, c]}.
 */
public final class RenameRule {
  /** The steps to the anchor, by the control's names. */
  final List<String> anchor;

  /** The steps from the anchor to the control's part. */
  public final List<String> control;

  /** The steps from the anchor to the candidate's part. */
  public final List<String> candidate;

  /** The rule's place among all rules. */
  final int number;

  private RenameRule(
      List<String> anchor, List<String> control, List<String> candidate, int number) {
    this.number = number;
    this.anchor = anchor;
    this.control = control;
    this.candidate = candidate;
  }

  /**
   * Returns all rules with their numbers; each rename has the path of its anchor.
   *
   * @throws IllegalArgumentException when a rename has a wildcard below every possible anchor
   */
  static List<Rule> anchored(List<Rule> stated) {
    List<Rule> all = new ArrayList<>();
    for (Rule each : stated) {
      Rule rule = each.withNumber(all.size());
      all.add(rule.sort == Rule.Sort.RENAME ? rule.withRename(of(rule, stated)) : rule);
    }
    return all;
  }

  private static RenameRule of(Rule rule, List<Rule> all) {
    List<String> from = rule.steps;
    List<String> to = target(rule);
    for (int i = from.size() - 1; i >= 0; i--) {
      List<String> anchor = from.subList(0, i);
      // A path may contain parts that are renamed themselves.
      List<String> candidateAnchor = translated(anchor, all);
      if (to.size() > candidateAnchor.size()
          && to.subList(0, candidateAnchor.size()).equals(candidateAnchor)) {
        List<String> controlRest = from.subList(i, from.size());
        List<String> candidateRest = to.subList(candidateAnchor.size(), to.size());
        if (isPlain(controlRest) && isPlain(candidateRest)) {
          return new RenameRule(anchor, controlRest, candidateRest, rule.number);
        }
        break;
      }
    }
    throw new IllegalArgumentException(
        rule
            + ": wildcards are allowed only in the part that both paths share; if a list itself has"
            + " another name, rename the list by a rule of its own");
  }

  /** Translates a path of the control to the candidate's names, by the deepest rename on it. */
  private static List<String> translated(List<String> steps, List<Rule> all) {
    for (int i = steps.size(); i > 0; i--) {
      for (Rule rename : all) {
        if (rename.sort == Rule.Sort.RENAME && rename.steps.equals(steps.subList(0, i))) {
          List<String> translation = new ArrayList<>(target(rename));
          translation.addAll(steps.subList(i, steps.size()));
          return translation;
        }
      }
    }
    return steps;
  }

  private static List<String> target(Rule rename) {
    return rename.parameter instanceof RuleScope
        ? ((RuleScope) rename.parameter).steps()
        : rename.steps;
  }

  /**
   * Returns the first steps of both names of each rename; a part with such a name has different
   * meanings on the two sides.
   */
  public static List<String> firstSteps(List<RenameRule> renames) {
    List<String> names = new ArrayList<>(2 * renames.size());
    for (RenameRule rename : renames) {
      names.add(rename.control.get(0));
      names.add(rename.candidate.get(0));
    }
    return names;
  }

  /** Returns the renames of these rules, for each part of the control the closest one. */
  static List<RenameRule> closest(List<Rule> here) {
    Map<List<String>, Rule> closest = new LinkedHashMap<>();
    for (Rule rule : here) {
      if (rule.parameter instanceof RenameRule) {
        closest.merge(
            ((RenameRule) rule.parameter).control, rule, (a, b) -> b.isCloserThan(a) ? b : a);
      }
    }
    List<RenameRule> found = new ArrayList<>();
    closest.values().forEach(rule -> found.add((RenameRule) rule.parameter));
    return found;
  }

  private static boolean isPlain(List<String> steps) {
    return steps.stream().noneMatch(PathPattern::isWild);
  }
}
