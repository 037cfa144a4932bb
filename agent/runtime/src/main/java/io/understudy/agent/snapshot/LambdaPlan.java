package io.understudy.agent.snapshot;

import io.understudy.agent.snapshot.plan.CopyWalk;
import io.understudy.agent.snapshot.plan.Plan;
import io.understudy.agent.snapshot.plan.PlanSource;
import io.understudy.value.JdkFields;
import io.understudy.value.Origin;
import io.understudy.value.Uncapturable;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Code with variables: a lambda expression that has captured some, a comparator made of others. It
 * is handed on as it is where nothing that it holds can change; else it is refused, since the class
 * of a lambda cannot be made a second time, and sharing it would let the candidate reach into the
 * application.
 */
final class LambdaPlan extends Plan {
  private final String name;
  private final List<Field> captured;
  private final PlanSource plans;

  private LambdaPlan(String name, List<Field> captured, PlanSource plans) {
    this.name = name;
    this.captured = captured;
    this.plans = plans;
  }

  /**
   * The plan of such a class.
   *
   * @param name how it is called in a reason
   */
  static Plan of(Class<?> type, String name, PlanSource plans) throws Uncapturable {
    List<Field> captured = new ArrayList<>();
    for (Class<?> at = type; at != null && at != Object.class; at = at.getSuperclass()) {
      for (Field field : at.getDeclaredFields()) {
        if (!Modifier.isStatic(field.getModifiers())) {
          captured.add(opened(field, at, name));
        }
      }
    }
    return captured.isEmpty() ? Plan.REFERENCE : new LambdaPlan(name, captured, plans);
  }

  private static Field opened(Field field, Class<?> owner, String name) throws Uncapturable {
    try {
      if (!Origin.isJdk(owner) || JdkFields.isOpen(owner)) {
        field.setAccessible(true);
        return field;
      }
    } catch (RuntimeException closed) {
      // Told below.
    }
    throw new Uncapturable(name + " holds variables that cannot be read");
  }

  @Override
  public boolean maySame() {
    return true;
  }

  @Override
  public @Nullable Object build(Object live, CopyWalk walk) throws Uncapturable {
    try {
      for (Field field : captured) {
        Object held = field.get(live);
        if (held == null || field.getType().isPrimitive()) {
          continue;
        }
        Plan plan = plans.of(held);
        if (plan.byReference()) {
          continue;
        }
        Object copy = plan.maySame() ? walk.part(held) : null;
        if (copy == null && walk.isPending() && plan.maySame()) {
          return null;
        }
        if (copy != held) {
          throw new Uncapturable(
              name + " holds a " + held.getClass().getName() + ", which can change");
        }
      }
      return live;
    } catch (IllegalAccessException impossible) {
      throw new Uncapturable(name + " holds variables that cannot be read");
    }
  }
}
