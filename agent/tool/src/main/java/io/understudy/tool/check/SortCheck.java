package io.understudy.tool.check;

import io.understudy.agent.config.CallConfig;
import io.understudy.agent.config.RuleConfig;
import io.understudy.compare.rule.RuleScope;
import io.understudy.compare.rule.Tolerance;
import io.understudy.tool.type.StaticType;
import io.understudy.tool.type.TypeLeaf;
import io.understudy.value.PathPattern;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Warns of places where both sides have values that differ in every call, or nearly so, because of
 * their types, and of tolerances that cover nothing there. Each message has the rule that helps.
 */
final class SortCheck {
  /** The rules after which the types of values no longer matter. */
  private static final Set<String> DECIDING =
      new HashSet<>(Arrays.asList("ignore", "comparator", "matches", "rename", "only"));

  private static final int MOST_WARNINGS = 20;

  private final CallConfig call;
  private final Findings findings;
  private int warnings;

  SortCheck(CallConfig call, Findings findings) {
    this.call = call;
    this.findings = findings;
  }

  /** Compares the places of both results that have the same path. */
  void check(List<TypeLeaf> controls, List<TypeLeaf> candidates) {
    Map<String, TypeLeaf> byPath = new HashMap<>();
    candidates.forEach(leaf -> byPath.put(leaf.toString(), leaf));
    Map<String, TypeLeaf> reverse = new HashMap<>();
    controls.forEach(leaf -> reverse.put(leaf.toString(), leaf));
    for (TypeLeaf control : controls) {
      TypeLeaf candidate = byPath.get(control.toString());
      if (candidate != null) {
        check(control, candidate);
      } else {
        checkTree(control, candidates, "the control");
      }
    }
    for (TypeLeaf candidate : candidates) {
      if (!reverse.containsKey(candidate.toString())) {
        checkTree(candidate, controls, "the candidate");
      }
    }
  }

  private void check(TypeLeaf control, TypeLeaf candidate) {
    ScalarSort from = ScalarSort.of(control.type);
    ScalarSort to = ScalarSort.of(candidate.type);
    if (from == null || to == null || DECIDING.stream().anyMatch(key -> has(key, control))) {
      return;
    }
    boolean areDays = from != to && from.hasDay() && to.hasDay();
    if (areDays && !has("days", control)) {
      warnOfDays(control, candidate);
      return;
    }
    boolean isBinary =
        (from == ScalarSort.BINARY && to == ScalarSort.DECIMAL)
            || (from == ScalarSort.DECIMAL && to == ScalarSort.BINARY);
    if (isBinary
        && !has("tolerate", control)
        && !has("decimal", control)
        && !has("round", control)) {
      warn(
          types(control, candidate)
              + ": 0.1 in binary is not the decimal 0.1, so most calls would differ; write"
              + " compare: { decimal: [\""
              + path(control)
              + "\"] }, or where sums differ compare: { tolerate: { \""
              + path(control)
              + "\": 0.005 } }");
    }
    checkTolerance(control, candidate, from, to);
  }

  private void warnOfDays(TypeLeaf control, TypeLeaf candidate) {
    RuleConfig tolerance = rule("tolerate", control);
    warn(
        types(control, candidate)
            + ": a point in time never equals a day"
            + (tolerance == null ? "" : ", and \"" + tolerance + "\" cannot apply")
            + "; say which day it means: compare: { days: { \""
            + path(control)
            + "\": "
            + ZoneId.systemDefault().getId()
            + " } }, with the time zone of the legacy JVM");
  }

  /** Warns of a tolerance by path for values that it does not measure. */
  private void checkTolerance(
      TypeLeaf control, TypeLeaf candidate, ScalarSort from, ScalarSort to) {
    RuleConfig rule = rule("tolerate", control);
    PathPattern path = rule == null ? null : rule.scope().path();
    if (rule == null || path == null || rule.scope().isEverywhere()) {
      return;
    }
    String line = rule.toString();
    int within = line.lastIndexOf(" within ");
    if (within < 0 || line.contains(" or ")) {
      return;
    }
    boolean isTime = Tolerance.parse(line.substring(within + " within ".length())).isOfTime();
    boolean applies = isTime ? from.isTime() && to.isTime() : from.isNumber() && to.isNumber();
    if (!applies && path.steps().equals(control.steps)) {
      warn(
          line
              + " never applies: "
              + types(control, candidate)
              + (from.isNumber() && to.isNumber()
                  ? "; write a number, such as 0.005"
                  : from.isTime() && to.isTime() ? "; write a span of time, such as 5s" : ""));
    }
  }

  /** Warns of a tree of JSON on one side where the other side has a bean. */
  private void checkTree(TypeLeaf leaf, List<TypeLeaf> others, String side) {
    if (ScalarSort.of(leaf.type) != ScalarSort.TREE
        || has("comparator", leaf)
        || has("ignore", leaf)) {
      return;
    }
    for (TypeLeaf other : others) {
      if (other.steps.size() > leaf.steps.size()
          && other.steps.subList(0, leaf.steps.size()).equals(leaf.steps)) {
        warn(
            (leaf.steps.isEmpty() ? "the result" : leaf.toString())
                + ": "
                + side
                + " has a "
                + leaf.type
                + ", a map of names, and the other side an object with the parts of its class; they"
                + " never match. Give the object's class a view as a map: types: { com.acme.Order:"
                + " { with: com.acme.shadow.OrderAsMap } }");
        return;
      }
    }
  }

  private void warn(String text) {
    if (++warnings <= MOST_WARNINGS) {
      findings.warning(text);
    }
  }

  private static String types(TypeLeaf control, TypeLeaf candidate) {
    return (control.steps.isEmpty() ? "the result" : control.toString())
        + " is "
        + control.type
        + " against "
        + candidate.type;
  }

  private static String path(TypeLeaf leaf) {
    return leaf.steps.isEmpty() ? "" : leaf.toString();
  }

  private boolean has(String key, TypeLeaf leaf) {
    return rule(key, leaf) != null;
  }

  /** Returns the last rule of a key that covers a place; null for none. */
  private @Nullable RuleConfig rule(String key, TypeLeaf leaf) {
    RuleConfig found = null;
    for (RuleConfig rule : call.ruleConfigs()) {
      if (rule.key().equals(key) && covers(rule.scope(), leaf)) {
        found = rule;
      }
    }
    return found;
  }

  private static boolean covers(RuleScope scope, TypeLeaf leaf) {
    PathPattern path = scope.path();
    return scope.isEverywhere()
        || (path != null && leaf.isCoveredBy(path.steps()))
        || scope.typeNames().contains(name(leaf.type));
  }

  private static String name(StaticType type) {
    return type.isArray() ? "" : type.name();
  }
}
