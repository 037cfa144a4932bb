package io.understudy.agent.snapshot.jdk;

import io.understudy.agent.snapshot.compiled.Allocation;
import io.understudy.agent.snapshot.compiled.FieldCopies;
import io.understudy.agent.snapshot.plan.CopyFailures;
import io.understudy.agent.snapshot.plan.CopyWalk;
import io.understudy.agent.snapshot.plan.Plan;
import io.understudy.agent.snapshot.plan.PlanSource;
import io.understudy.value.Uncapturable;
import java.lang.reflect.Field;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Copies the key set of a map. If the map is an argument too, or another view of it is, the copy is
 * the key set of the copied map. Otherwise the values of the map are not copied, since no method of
 * the key set returns them. This is decided at the end of the walk.
 */
final class KeySetPlan extends Plan {
  private final Allocation allocation;
  private final FieldCopies fields;
  private final List<Field> all;
  private final Field map;
  private final PlanSource plans;

  private KeySetPlan(Class<?> type, List<Field> all, Field map, PlanSource plans)
      throws Uncapturable {
    this.allocation = Allocation.of(type);
    this.fields = FieldCopies.of(type, all, plans);
    this.all = all;
    this.map = map;
    this.plans = plans;
  }

  /** Returns the plan of a class of key sets; null for other classes. */
  static @Nullable Plan of(Class<?> type, PlanSource plans) throws Uncapturable {
    String name = type.getName();
    if (!name.startsWith("java.util.") || !name.contains("Map$") || !name.contains("KeySet")) {
      return null;
    }
    List<Field> all = FieldsPlan.fields(type);
    for (Field field : all) {
      if (Map.class.isAssignableFrom(field.getType())) {
        return new KeySetPlan(type, all, field, plans);
      }
    }
    return null;
  }

  @Override
  public Object shell(Object live, CopyWalk walk) throws Uncapturable {
    return allocation.make();
  }

  @Override
  public void fill(Object live, Object copy, CopyWalk walk) throws Uncapturable {
    try {
      Object whole = map.get(live);
      Plan keys = whole == null ? null : JdkContainers.keysOf(whole.getClass(), plans);
      if (whole == null || keys == null) {
        fields.copy(live, copy, walk);
      } else {
        walk.noteView(whole);
        walk.fillLast(() -> fillNow(live, copy, whole, keys, walk));
      }
    } catch (IllegalAccessException impossible) {
      throw new Uncapturable(live.getClass().getName() + " cannot be copied");
    }
  }

  /** Whether a key set of a {@code ConcurrentHashMap} adds keys with a value of the application. */
  private boolean hasDefaultValue(Object live) throws IllegalAccessException {
    for (Field field : all) {
      Object held = field == map ? null : field.get(live);
      if (held != null && !(held instanceof Boolean)) {
        return true;
      }
    }
    return false;
  }

  private void fillNow(Object live, Object copy, Object whole, Plan keys, CopyWalk walk)
      throws Uncapturable {
    try {
      if (walk.knownCopy(whole) != null || walk.views(whole) > 1 || hasDefaultValue(live)) {
        fields.copy(live, copy, walk);
      } else {
        Object own = java.util.Objects.requireNonNull(keys.shell(whole, walk));
        keys.fill(whole, own, walk);
        for (Field field : all) {
          field.set(copy, field == map ? own : field.get(live));
        }
      }
    } catch (IllegalAccessException | RuntimeException | Error thrown) {
      throw CopyFailures.failed(whole, thrown);
    }
    if (walk.isPending()) {
      throw CopyFailures.cycle(live);
    }
  }
}
