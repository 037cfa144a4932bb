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
 * An object of a class that configuration says is immutable. It is handed to the candidate as it is
 * only where that is seen to be true: every field is final, and what each holds can be shared for
 * the same reason. Else it is copied like any other, so that a wrong word cannot let the candidate
 * change an object of the application.
 */
final class DeclaredImmutablePlan extends Plan {
  /** What lies deeper is taken to be changeable; so is what leads back to itself. */
  private static final int DEEPEST = 64;

  private final List<Field> fields;
  private final Plan otherwise;
  private final ClassPlans plans;

  private DeclaredImmutablePlan(List<Field> fields, Plan otherwise, ClassPlans plans) {
    this.fields = fields;
    this.otherwise = otherwise;
    this.plans = plans;
  }

  /**
   * The plan of a class that is said to be immutable.
   *
   * @param otherwise how its objects are copied
   * @return that one where a field is not final, or the class is none of the application's
   */
  static Plan of(Class<?> type, Plan otherwise, ClassPlans plans) {
    if (Origin.isJdk(type) || otherwise.byReference()) {
      return otherwise;
    }
    try {
      List<Field> fields = InstanceFields.opened(type);
      for (Field field : fields) {
        if (!Modifier.isFinal(field.getModifiers())) {
          plans.doubt(
              type.getName()
                  + " is named under immutable, but its field "
                  + field.getName()
                  + " is not final: candidates get copies of such arguments");
          return otherwise;
        }
      }
      return new DeclaredImmutablePlan(fields, otherwise, plans);
    } catch (Uncapturable closed) {
      return otherwise;
    }
  }

  @Override
  public boolean maySame() {
    return true;
  }

  @Override
  public @Nullable Object build(Object live, CopyWalk walk) throws Uncapturable {
    return isFixed(live, walk, 0) ? live : walk.part(live, otherwise);
  }

  private boolean isFixed(Object live, CopyWalk walk, int depth) throws Uncapturable {
    walk.visit();
    try {
      for (Field field : fields) {
        Object held = field.getType().isPrimitive() ? null : field.get(live);
        if (held == null) {
          continue;
        }
        Plan plan = plans.of(held);
        boolean fixed =
            plan.byReference()
                || (plan instanceof DeclaredImmutablePlan
                    && depth < DEEPEST
                    && ((DeclaredImmutablePlan) plan).isFixed(held, walk, depth + 1));
        if (!fixed) {
          return false;
        }
      }
      return true;
    } catch (IllegalAccessException impossible) {
      return false;
    }
  }
}
