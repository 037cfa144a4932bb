package io.understudy.compare.walk;

import io.understudy.compare.DifferenceKind;
import io.understudy.compare.rule.RuleNode;
import io.understudy.value.TypeNames;
import io.understudy.value.shape.Shape;
import org.jspecify.annotations.Nullable;

/** Compares two records part by part, by name; class names do not count unless a rule says so. */
final class RecordComparison {
  private static final String IN_TRANSIENT = "in a transient field";

  private RecordComparison() {}

  static void compare(
      Walk walk, Shape cs, Object control, Shape ds, Object candidate, @Nullable RuleNode node) {
    if (cs.names().isEmpty() && ds.names().isEmpty() && !name(cs).equals(name(ds))) {
      walk.reportDifference(DifferenceKind.TYPE, control, candidate);
      return;
    }
    if (node != null && node.classNames != null && !simple(cs).equals(simple(ds))) {
      walk.hits.count(node.classNames);
      walk.reportDifference(DifferenceKind.TYPE, control, candidate);
      return;
    }
    if (node != null && !node.renames.isEmpty()) {
      RenamedPartsComparison.compare(walk, control, candidate, node, MovedParts.NONE);
    } else {
      byName(walk, cs, control, ds, candidate, node);
    }
  }

  // Objects without parts differ only in their class names, such as Approved and Rejected. The
  // number of an anonymous class says nothing about it.
  private static String name(Shape shape) {
    String simple = simple(shape);
    return simple.chars().allMatch(Character::isDigit) ? shape.typeName() : simple;
  }

  private static String simple(Shape shape) {
    return TypeNames.simple(shape.typeName());
  }

  /** Compares the fields that two collections or maps have in addition to their contents. */
  static void compareExtraFields(
      Walk walk, Shape cs, Object control, Shape ds, Object candidate, @Nullable RuleNode node) {
    Shape cb = cs.beside();
    Shape db = ds.beside();
    if (!cb.names().isEmpty() || !db.names().isEmpty()) {
      byName(walk, cb, cs.besideOf(control), db, ds.besideOf(candidate), node);
    }
  }

  private static void byName(
      Walk walk, Shape cs, Object control, Shape ds, Object candidate, @Nullable RuleNode node) {
    RecordPlan plan = walk.plans.of(cs, ds, node);
    if (walk.hits.isCounting()) {
      plan.applied.forEach(walk.hits::count);
    }
    for (int i = 0; i < plan.names.length && !walk.isLimitReached(); i++) {
      int partner = plan.partner[i];
      if (partner == RecordPlan.IGNORED) {
        continue;
      }
      boolean hidden = plan.transients != null && plan.transients.get(i);
      DifferenceCollector.Mark before = hidden ? walk.mark() : DifferenceCollector.Mark.START;
      walk.steps.pushPart(plan.names[i]);
      if (partner == RecordPlan.MISSING) {
        AbsentParts.missing(walk, cs.part(control, i), plan.below[i], node);
      } else {
        walk.compare(cs.part(control, i), ds.part(candidate, partner), plan.below[i]);
      }
      walk.steps.pop();
      if (hidden) {
        walk.addReason(before, IN_TRANSIENT);
      }
    }
    for (int i : plan.extra) {
      walk.steps.pushPart(ds.names().get(i));
      AbsentParts.extra(walk, ds.part(candidate, i), RuleNode.below(node, ds.names().get(i)), node);
      walk.steps.pop();
    }
  }
}
