package io.understudy.agent.snapshot;

import io.understudy.agent.snapshot.plan.CopyWalk;
import io.understudy.agent.snapshot.plan.Plan;
import io.understudy.value.InstanceFields;
import io.understudy.value.Origin;
import io.understudy.value.Uncapturable;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Copies an object of a class that the configuration declares as immutable. The candidate gets the
 * object itself only if a check confirms this: every field is final, and every value in a field can
 * be shared for the same reason. Otherwise the object is copied as usual, so that a wrong
 * declaration cannot let the candidate change an object of the application.
 */
final class DeclaredImmutablePlan extends Plan {
  /** Maximal nesting depth of the check. Deeper objects and cycles count as mutable. */
  private static final int MAX_DEPTH = 64;

  private final List<Field> fields;
  private final Plan fallback;
  private final ClassPlans plans;

  private DeclaredImmutablePlan(List<Field> fields, Plan fallback, ClassPlans plans) {
    this.fields = fields;
    this.fallback = fallback;
    this.plans = plans;
  }

  /**
   * Returns the plan of a class that is declared as immutable.
   *
   * @param fallback the plan that copies its objects
   * @return {@code otherwise} if a field is not final, or the class does not belong to the
   *     application
   */
  static Plan of(Class<?> type, Plan fallback, ClassPlans plans) {
    if (Origin.isJdk(type) || fallback.isShared()) {
      return fallback;
    }
    try {
      List<Field> fields = InstanceFields.opened(type);
      for (Field field : fields) {
        if (!Modifier.isFinal(field.getModifiers())) {
          plans.addDoubt(
              type.getName()
                  + " is named under immutable, but its field "
                  + field.getName()
                  + " is not final: candidates get copies of such arguments");
          return fallback;
        }
      }
      return new DeclaredImmutablePlan(fields, fallback, plans);
    } catch (Uncapturable closed) {
      return fallback;
    }
  }

  @Override
  public boolean mayBeShared() {
    return true;
  }

  @Override
  public @Nullable Object build(Object live, CopyWalk walk) throws Uncapturable {
    return isImmutable(live, walk, 0) ? live : walk.copyPart(live, fallback);
  }

  private boolean isImmutable(Object live, CopyWalk walk, int depth) throws Uncapturable {
    walk.meterVisit();
    try {
      for (Field field : fields) {
        Object held = field.getType().isPrimitive() ? null : field.get(live);
        if (held == null) {
          continue;
        }
        Plan plan = plans.of(held);
        boolean immutable =
            plan.isShared()
                || (plan instanceof DeclaredImmutablePlan
                    && depth < MAX_DEPTH
                    && ((DeclaredImmutablePlan) plan).isImmutable(held, walk, depth + 1));
        if (!immutable) {
          return false;
        }
      }
      return true;
    } catch (IllegalAccessException impossible) {
      return false;
    }
  }
}
