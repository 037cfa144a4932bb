package io.understudy.compare.walk;

import io.understudy.compare.rule.RuleNode;
import io.understudy.value.shape.Shape;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * A bounded cache of plans: a table in which a newer plan replaces an older one. It has no locks;
 * two threads may create the same plan. Thread-safe.
 */
final class RecordPlanCache {
  private static final int SLOTS = 1024;
  private static final int PROBES = 4;

  private final AtomicReferenceArray<@Nullable RecordPlan> table =
      new AtomicReferenceArray<>(SLOTS);

  /** Returns the plan for records of two shapes under the rules of {@code node}. */
  RecordPlan of(Shape control, Shape candidate, @Nullable RuleNode node) {
    return ofLasting(control.lasting(), candidate.lasting(), node);
  }

  private RecordPlan ofLasting(Shape control, Shape candidate, @Nullable RuleNode node) {
    int hash = 31 * System.identityHashCode(control) + System.identityHashCode(candidate);
    hash = 31 * hash + System.identityHashCode(node);
    int start = (hash * 0x9E3779B9) >>> 16;
    for (int i = 0; i < PROBES; i++) {
      RecordPlan plan = table.get((start + i) & (SLOTS - 1));
      if (plan == null) {
        return put((start + i) & (SLOTS - 1), control, candidate, node);
      }
      if (plan.isFor(control, candidate, node)) {
        return plan;
      }
    }
    return put(start & (SLOTS - 1), control, candidate, node);
  }

  private RecordPlan put(int slot, Shape control, Shape candidate, @Nullable RuleNode node) {
    RecordPlan plan = new RecordPlan(control, candidate, node);
    table.set(slot, plan);
    return plan;
  }
}
