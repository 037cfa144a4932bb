package io.understudy.compare.walk;

import io.understudy.compare.ComparisonMode;
import io.understudy.compare.DifferenceKind;
import io.understudy.compare.explain.Explanation;
import io.understudy.compare.rule.EmptyValues;
import io.understudy.compare.rule.Rule;
import io.understudy.compare.rule.RuleNode;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reports parts of records and entries of maps that one side does not have. */
final class AbsentParts {
  private AbsentParts() {}

  /**
   * Reports a part that the candidate does not have, unless it is null and absent counts as null.
   */
  static void missing(
      Walk walk, @Nullable Object control, @Nullable RuleNode node, @Nullable RuleNode ofOwner) {
    if (!isIgnored(walk, control, false, node) && !isNull(walk, control, node, ofOwner)) {
      reportMissing(walk, control, node);
    }
  }

  /** Reports a part that the control does not have, unless it is null and absent counts as null. */
  static void extra(
      Walk walk, @Nullable Object candidate, @Nullable RuleNode node, @Nullable RuleNode ofOwner) {
    if (!isIgnored(walk, candidate, true, node) && !isNull(walk, candidate, node, ofOwner)) {
      reportExtra(walk, candidate, node);
    }
  }

  /** Whether a part is not compared because one side, the control or the candidate, has none. */
  private static boolean isIgnored(
      Walk walk, @Nullable Object part, boolean byControl, @Nullable RuleNode node) {
    if (node == null) {
      return false;
    }
    RuleNode here = byControl ? node.at(null, part) : node.at(part, null);
    return here.ignoresAbsent(byControl, walk.hits);
  }

  private static boolean isNull(
      Walk walk, @Nullable Object part, @Nullable RuleNode node, @Nullable RuleNode ofOwner) {
    Rule rule = node == null ? null : node.absentIsNull;
    rule = rule == null && ofOwner != null ? ofOwner.absentParts : rule;
    if (rule == null || RuleNode.ignores(node)) {
      return false;
    }
    RuleNode here = node == null ? null : node.at(part, null);
    boolean isNull =
        part == null
            || (walk.mode == ComparisonMode.VALUE && EmptyValues.nestingDepth(part) == 1)
            || (here != null && here.nullIsEmpty != null && EmptyValues.isEmpty(part, here));
    walk.hits.count(isNull ? rule : null);
    return isNull;
  }

  /** Reports a value that the candidate does not have, unless it is ignored. */
  static void reportMissing(Walk walk, @Nullable Object control, @Nullable RuleNode node) {
    reportMissing(walk, control, node, Collections.emptyList());
  }

  /** Reports it with explanations, which may be empty. */
  static void reportMissing(
      Walk walk,
      @Nullable Object control,
      @Nullable RuleNode node,
      List<Explanation> explanations) {
    if (!isIgnoredAt(walk, node, control, null)) {
      walk.reportDifference(DifferenceKind.MISSING, control, null, explanations);
    }
  }

  /** Reports a value that the control does not have, unless it is ignored. */
  static void reportExtra(Walk walk, @Nullable Object candidate, @Nullable RuleNode node) {
    reportExtra(walk, candidate, node, Collections.emptyList());
  }

  /** Reports it with explanations, which may be empty. */
  static void reportExtra(
      Walk walk,
      @Nullable Object candidate,
      @Nullable RuleNode node,
      List<Explanation> explanations) {
    if (!isIgnoredAt(walk, node, null, candidate)) {
      walk.reportDifference(DifferenceKind.EXTRA, null, candidate, explanations);
    }
  }

  private static boolean isIgnoredAt(
      Walk walk, @Nullable RuleNode node, @Nullable Object control, @Nullable Object candidate) {
    Rule ignoring = RuleShortcuts.ignoring(node, control, candidate);
    walk.hits.count(ignoring);
    return ignoring != null;
  }
}
