package io.understudy.agent.snapshot.jdk;

import io.understudy.agent.snapshot.compiled.Allocation;
import io.understudy.agent.snapshot.compiled.FieldCopies;
import io.understudy.agent.snapshot.plan.CopyWalk;
import io.understudy.agent.snapshot.plan.Plan;
import io.understudy.agent.snapshot.plan.PlanSource;
import io.understudy.value.JdkFields;
import io.understudy.value.Uncapturable;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Copies a node of a map that is an argument by itself. The copy has the same class, key, value and
 * stored hash code, but belongs to no map.
 */
final class EntryPlan extends Plan {
  private final Allocation allocation;
  private final FieldCopies fields;

  private EntryPlan(Class<?> type, List<Field> fields, PlanSource plans) throws Uncapturable {
    this.allocation = Allocation.of(type);
    this.fields = FieldCopies.of(type, fields, plans);
  }

  /** Returns the plan of a class of nodes; null if it has no fields for the key and the value. */
  static @Nullable Plan of(Class<?> type, PlanSource plans) throws Uncapturable {
    List<Field> found = new ArrayList<>();
    boolean hash = false;
    for (Class<?> at = type; at != null && at != Object.class; at = at.getSuperclass()) {
      for (String name : new String[] {"key", "value", "val", "hash", "color"}) {
        Field field = JdkFields.of(at, name);
        if (field != null) {
          found.add(field);
          hash |= name.equals("hash") || name.equals("color");
        }
      }
    }
    return hash && found.size() == 3 ? new EntryPlan(type, found, plans) : null;
  }

  @Override
  public Object shell(Object live, CopyWalk walk) throws Uncapturable {
    return allocation.make();
  }

  @Override
  public void fill(Object live, Object copy, CopyWalk walk) throws Uncapturable {
    fields.copy(live, copy, walk);
  }
}
