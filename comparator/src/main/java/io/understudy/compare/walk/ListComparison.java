package io.understudy.compare.walk;

import io.understudy.compare.DifferenceKind;
import io.understudy.compare.rule.RuleNode;
import io.understudy.value.shape.Elements;
import io.understudy.value.shape.Shape;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Compares lists and arrays in order. First it compares the elements at equal indexes. Where that
 * finds several differences, it looks for one cause of them: the same elements in another order, or
 * elements that were inserted, removed, moved or changed. It reports the result with the fewest
 * differences; of two such, the simpler one.
 */
final class ListComparison {
  /** Longer lists are aligned in windows. */
  private static final int MAX_WHOLE = 1 << 16;

  private ListComparison() {}

  static void compare(
      Walk walk, Shape cs, Object control, Shape ds, Object candidate, @Nullable RuleNode node) {
    RuleNode element = node == null ? null : node.element();
    boolean whole = element == null && (node == null || !node.indexed);
    if (whole && isBlob(cs, ds) && cs.size(control) != ds.size(candidate)) {
      walk.reportDifference(DifferenceKind.LENGTH, control, candidate);
      return;
    }
    if (node == null && areSameArrays(cs.primitives(control), ds.primitives(candidate))) {
      return;
    }
    WalkCheckpoint before = new WalkCheckpoint(walk);
    long differing = compareByIndex(walk, cs, control, ds, candidate, node);
    int longer = Math.max(cs.size(control), ds.size(candidate));
    boolean isSeveral = differing > 1 || cs.size(control) != ds.size(candidate);
    // A rule for one index means that indexes matter. Where all differences are accepted, no other
    // result is needed.
    boolean isPlain = (node != null && node.indexed) || before.isAccepted();
    if (differing == 0 || !isSeveral || !walk.isListing() || isPlain) {
      return;
    }
    if (longer > MAX_WHOLE) {
      LongListComparison.report(walk, before, cs, control, ds, candidate, node);
      return;
    }
    long found = before.foundSince();
    // Ids that were paired by index would make elements that moved look different.
    boolean isRepeated = walk.ids != null || (element != null && element.tolerant);
    if (isRepeated) {
      before.undo();
    }
    boolean replaced =
        ListRealignment.report(walk, before, differing, found, cs, control, ds, candidate, element);
    if (isRepeated && !replaced) {
      compareByIndex(walk, cs, control, ds, candidate, node);
    }
    if (before.foundSince() == 0) {
      // A rule by type may ignore all elements that the realignment left: report by index instead.
      compareByIndex(walk, cs, control, ds, candidate, node);
    }
  }

  /** Whether both are arrays of bytes, or of characters, which are one value and not a list. */
  private static boolean isBlob(Shape cs, Shape ds) {
    String type = cs.typeName();
    return (type.equals("[B") || type.equals("[C")) && ds.typeName().equals(type);
  }

  private static boolean areSameArrays(@Nullable Object control, @Nullable Object candidate) {
    return control != null && candidate != null && Objects.deepEquals(control, candidate);
  }

  /** Compares the elements at equal indexes; returns the number of indexes that differ. */
  static long compareByIndex(
      Walk walk, Shape cs, Object control, Shape ds, Object candidate, @Nullable RuleNode node) {
    Elements controls = cs.elements(control);
    Elements candidates = ds.elements(candidate);
    int size = Math.max(cs.size(control), ds.size(candidate));
    boolean indexed = node != null && node.indexed;
    RuleNode element = node == null ? null : node.element();
    long differing = 0;
    for (int i = 0; !walk.isLimitReached(); i++) {
      boolean hasControl = controls.next();
      boolean hasCandidate = candidates.next();
      if (!hasControl && !hasCandidate) {
        break;
      }
      if (node != null && indexed) {
        element = node.child(Integer.toString(i));
      }
      walk.budget.take(i < size ? 1 : MultisetComparison.STEPS_BEYOND_SIZE);
      long before = walk.differenceCount();
      walk.steps.pushIndex(i);
      if (hasControl && hasCandidate) {
        walk.compare(controls.value(), candidates.value(), element);
      } else if (hasControl) {
        AbsentParts.reportMissing(walk, controls.value(), element);
      } else {
        AbsentParts.reportExtra(walk, candidates.value(), element);
      }
      walk.steps.pop();
      differing += walk.differenceCount() > before ? 1 : 0;
    }
    return differing;
  }
}
