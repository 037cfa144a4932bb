package io.understudy.agent.snapshot;

import io.understudy.agent.snapshot.constant.DeepImmutability;
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
 * Copies code with variables, such as a lambda expression that captures variables, or a comparator
 * that is composed of others. The object is shared if its variables cannot change. Otherwise it is
 * refused: a lambda cannot be instantiated a second time, and a shared one would give the candidate
 * access to objects of the application.
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
   * Returns the plan of such a class.
   *
   * @param name describes the class in reasons
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
      // Reported below.
    }
    throw new Uncapturable(name + " holds variables that cannot be read");
  }

  @Override
  public boolean mayBeShared() {
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
        if (plan.isShared()) {
          continue;
        }
        Object copy = plan.mayBeShared() ? walk.copyPart(held) : null;
        if (copy == null && walk.isPending() && plan.mayBeShared()) {
          return null;
        }
        if (copy != held && !DeepImmutability.of(held, plans)) {
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
