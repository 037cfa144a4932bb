package io.understudy.agent.snapshot.jdk;

import io.understudy.agent.snapshot.compiled.Allocation;
import io.understudy.agent.snapshot.compiled.FieldCopies;
import io.understudy.agent.snapshot.jdk.layout.Structure;
import io.understudy.agent.snapshot.plan.CopyWalk;
import io.understudy.agent.snapshot.plan.Plan;
import io.understudy.agent.snapshot.plan.PlanSource;
import io.understudy.value.Uncapturable;
import org.jspecify.annotations.Nullable;

/**
 * Copies a collection or map of the JDK by its {@link Structure}, and a class that extends it: made
 * without a constructor, with the state of the JDK's class and then the fields that its subclasses
 * add. No method of the object runs.
 */
final class StructurePlan extends Plan {
  private final Structure structure;
  private final @Nullable Allocation allocation;
  private final @Nullable FieldCopies added;

  /**
   * Creates the plan of a class.
   *
   * @param base the class itself, or the superclass in the JDK that the structure copies
   * @throws Uncapturable if this JVM does not allow it
   */
  StructurePlan(Class<?> type, Class<?> base, Structure structure, PlanSource plans)
      throws Uncapturable {
    structure.check(type);
    this.structure = structure;
    boolean plain = type == base && structure.empty() != null;
    allocation = plain ? null : Allocation.of(type);
    added = type == base ? null : FieldCopies.of(type, FieldsPlan.fields(type, base), plans);
  }

  @Override
  public Object shell(Object live, CopyWalk walk) throws Uncapturable {
    structure.meter(live, walk);
    Object empty = allocation == null ? structure.empty() : allocation.make();
    return java.util.Objects.requireNonNull(empty);
  }

  @Override
  public void fill(Object live, Object copy, CopyWalk walk) throws Uncapturable {
    if (added != null) {
      added.copy(live, copy, walk);
    }
    structure.copy(live, copy, walk);
  }
}
