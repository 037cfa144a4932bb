package io.understudy.agent.snapshot;

import io.understudy.agent.snapshot.plan.CopyWalk;
import io.understudy.agent.snapshot.plan.ImmutableTypes;
import io.understudy.agent.snapshot.plan.Plan;
import io.understudy.value.Uncapturable;
import java.lang.reflect.Array;
import org.jspecify.annotations.Nullable;

/** Copies an array: as one block if its elements are immutable, else element by element. */
final class ArrayPlan extends Plan {
  private final Class<?> component;
  private final boolean block;

  ArrayPlan(Class<?> type) {
    component = type.getComponentType();
    block = ImmutableTypes.includes(component);
  }

  @Override
  public int bytes() {
    return 16;
  }

  @Override
  public @Nullable Object shell(Object live, CopyWalk walk) throws Uncapturable {
    // build meters a block before it allocates it.
    return block ? null : Array.newInstance(component, walk.meterElements(Array.getLength(live)));
  }

  @Override
  public Object build(Object live, CopyWalk walk) throws Uncapturable {
    int length = Array.getLength(live);
    walk.meterBytes(8L * length);
    Object copy = Array.newInstance(component, length);
    System.arraycopy(live, 0, copy, 0, length);
    return copy;
  }

  @Override
  public void fill(Object live, Object copy, CopyWalk walk) throws Uncapturable {
    @Nullable Object[] from = (@Nullable Object[]) live;
    @Nullable Object[] to = (@Nullable Object[]) copy;
    System.arraycopy(from, 0, to, 0, from.length);
    walk.copyRow(to);
  }
}
