package io.understudy.agent.snapshot.jdk;

import io.understudy.agent.snapshot.plan.CopyWalk;
import io.understudy.agent.snapshot.plan.Plan;
import io.understudy.value.Uncapturable;
import io.understudy.value.shape.Shape;
import org.jspecify.annotations.Nullable;

/** Copies a mutable value, such as a {@code Date}; its shape makes the copy. */
final class ValuePlan extends Plan {
  private final Shape shape;

  ValuePlan(Shape shape) {
    this.shape = shape;
  }

  @Override
  public @Nullable Object shell(Object live, CopyWalk walk) throws Uncapturable {
    if (shape.isKeptByForeignCode(live)) {
      throw new Uncapturable(
          live.getClass().getName() + " holds an object whose own methods would have to copy it");
    }
    walk.meterBytes(shape.bytes(live));
    return shape.keep(live);
  }
}
