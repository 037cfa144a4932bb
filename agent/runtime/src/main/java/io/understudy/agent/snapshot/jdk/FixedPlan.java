package io.understudy.agent.snapshot.jdk;

import io.understudy.agent.snapshot.compiled.Allocation;
import io.understudy.agent.snapshot.jdk.layout.Sentinels;
import io.understudy.agent.snapshot.plan.CopyWalk;
import io.understudy.agent.snapshot.plan.Plan;
import io.understudy.value.Uncapturable;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Copies an object of a JDK class whose fields never change, such as an immutable list. The object
 * is shared if none of its contents had to be copied. Else the copy is made without a constructor:
 * it has the same table, so it iterates in the same order.
 */
final class FixedPlan extends Plan {
  private final Allocation allocation;
  private final List<Field> fields;
  private final @Nullable ProbedTable table;

  FixedPlan(Class<?> type) throws Uncapturable {
    allocation = Allocation.of(type);
    fields = FieldsPlan.fields(type);
    table = ProbedTable.of(type, fields);
  }

  @Override
  public boolean mayBeShared() {
    return true;
  }

  @Override
  public @Nullable Object build(Object live, CopyWalk walk) throws Uncapturable {
    @Nullable Object[] copies = new @Nullable Object[fields.size()];
    boolean same = true;
    try {
      for (int i = 0; i < copies.length; i++) {
        Field field = fields.get(i);
        Object part = field.get(live);
        copies[i] =
            field.getType().isPrimitive() || part == null || Sentinels.is(part)
                ? part
                : field.getType() == Object[].class
                    ? row((@Nullable Object[]) part, walk)
                    : walk.copyPart(part);
        same &= copies[i] == part || field.getType().isPrimitive();
      }
      if (walk.isPending()) {
        return null;
      }
      if (same) {
        return live;
      }
      Object copy = allocation.make();
      for (int i = 0; i < copies.length; i++) {
        fields.get(i).set(copy, copies[i]);
      }
      if (table != null) {
        table.moveKeys(live, copy, walk);
      }
      return copy;
    } catch (IllegalAccessException impossible) {
      throw new Uncapturable(live.getClass().getName() + " cannot be copied");
    }
  }

  /** Copies the elements of a row; returns the row itself if all of them are shared. */
  private static @Nullable Object[] row(@Nullable Object[] live, CopyWalk walk)
      throws Uncapturable {
    walk.meterElements(live.length);
    @Nullable Object[] row =
        (@Nullable Object[]) Array.newInstance(live.getClass().getComponentType(), live.length);
    boolean same = true;
    for (int i = 0; i < row.length; i++) {
      Object element = live[i];
      row[i] = element == null || Sentinels.is(element) ? element : walk.copyPart(element);
      same &= row[i] == element;
    }
    return same ? live : row;
  }
}
