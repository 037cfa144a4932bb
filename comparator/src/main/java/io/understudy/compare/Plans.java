package io.understudy.compare;

import io.understudy.value.Shape;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * A bounded cache of plans: a table in which a newer plan takes the place of an older one. Without
 * locks; a lost race makes a plan twice. Thread-safe.
 */
final class Plans {
  private static final int SLOTS = 1024;
  private static final int PROBES = 4;

  private final AtomicReferenceArray<@Nullable Plan> table = new AtomicReferenceArray<>(SLOTS);

  /** The plan for records of two shapes under the rules of {@code node}. */
  Plan of(Shape control, Shape candidate, @Nullable RuleNode node) {
    return ofLasting(control.lasting(), candidate.lasting(), node);
  }

  private Plan ofLasting(Shape control, Shape candidate, @Nullable RuleNode node) {
    int hash = 31 * System.identityHashCode(control) + System.identityHashCode(candidate);
    hash = 31 * hash + System.identityHashCode(node);
    int start = (hash * 0x9E3779B9) >>> 16;
    for (int i = 0; i < PROBES; i++) {
      Plan plan = table.get((start + i) & (SLOTS - 1));
      if (plan == null) {
        return put((start + i) & (SLOTS - 1), control, candidate, node);
      }
      if (plan.isFor(control, candidate, node)) {
        return plan;
      }
    }
    return put(start & (SLOTS - 1), control, candidate, node);
  }

  private Plan put(int slot, Shape control, Shape candidate, @Nullable RuleNode node) {
    Plan plan = new Plan(control, candidate, node);
    table.set(slot, plan);
    return plan;
  }
}
