package io.understudy.agent.snapshot.jdk;

import io.understudy.agent.snapshot.plan.CopyWalk;
import io.understudy.agent.snapshot.plan.Plan;
import io.understudy.value.Uncapturable;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;

/**
 * Copies a reflective method, field or constructor: each look-up returns a new object. A shared one
 * could be made inaccessible by the candidate.
 */
final class MemberPlan extends Plan {
  /** Whether a class is one of these. */
  static boolean isMember(Class<?> type) {
    return type == Method.class || type == Field.class || type == Constructor.class;
  }

  @Override
  @SuppressWarnings("deprecation") // Its successors came with Java 9.
  public Object shell(Object live, CopyWalk walk) throws Uncapturable {
    try {
      AccessibleObject copy = lookedUp(live);
      if (copy.equals(live)) {
        if (((AccessibleObject) live).isAccessible()) {
          copy.setAccessible(true);
        }
        return copy;
      }
    } catch (ReflectiveOperationException | RuntimeException refused) {
      // Reported below.
    }
    throw new Uncapturable(live.getClass().getName() + " cannot be looked up again");
  }

  private static AccessibleObject lookedUp(Object live) throws ReflectiveOperationException {
    if (live instanceof Method) {
      Method method = (Method) live;
      return method
          .getDeclaringClass()
          .getDeclaredMethod(method.getName(), method.getParameterTypes());
    }
    if (live instanceof Field) {
      Field field = (Field) live;
      return field.getDeclaringClass().getDeclaredField(field.getName());
    }
    Constructor<?> constructor = (Constructor<?>) live;
    return constructor.getDeclaringClass().getDeclaredConstructor(constructor.getParameterTypes());
  }
}
