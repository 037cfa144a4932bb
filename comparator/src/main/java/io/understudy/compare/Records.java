package io.understudy.compare;

import io.understudy.value.Shape;
import org.jspecify.annotations.Nullable;

/** Compares two records part by part, by name; their class names do not matter. */
final class Records {
  private Records() {}

  static void walk(
      Walk walk, Shape cs, Object control, Shape ds, Object candidate, @Nullable RuleNode node) {
    if (node != null && !node.renames.isEmpty()) {
      RenamedParts.walk(walk, control, candidate, node, Moves.NONE);
      return;
    }
    Plan plan = walk.plans.of(cs, ds, node);
    for (int i = 0; i < plan.names.length && !walk.isEnough(); i++) {
      int partner = plan.partner[i];
      if (partner == Plan.IGNORED) {
        continue;
      }
      walk.trail.part(plan.names[i]);
      if (partner == Plan.MISSING) {
        walk.differ(DifferenceKind.MISSING, cs.part(control, i), null);
      } else {
        walk.compare(cs.part(control, i), ds.part(candidate, partner), plan.below[i]);
      }
      walk.trail.pop();
    }
    for (int i : plan.extra) {
      walk.trail.part(ds.names().get(i));
      walk.differ(DifferenceKind.EXTRA, null, ds.part(candidate, i));
      walk.trail.pop();
    }
  }
}
