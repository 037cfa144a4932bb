package io.understudy.agent.snapshot.jdk;

import io.understudy.agent.snapshot.compiled.FieldCopies;
import io.understudy.agent.snapshot.plan.CopyWalk;
import io.understudy.agent.snapshot.plan.Plan;
import io.understudy.agent.snapshot.plan.PlanSource;
import io.understudy.value.Uncapturable;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.util.Collections;

/**
 * Copies the support for property changes of a bean. The copy belongs to the copied bean and has no
 * listeners: those of the application must not hear what the candidate does, and copies of them
 * would have to be copied with all that they refer to.
 */
final class ListenerSupportPlan extends Plan {
  private final Constructor<?> constructor;
  private final FieldCopies source;

  ListenerSupportPlan(Class<?> type, PlanSource plans) throws Uncapturable {
    try {
      constructor = type.getConstructor(Object.class);
      Field field = type.getDeclaredField("source");
      source = FieldCopies.of(type, Collections.singletonList(field), plans);
    } catch (NoSuchMethodException | NoSuchFieldException other) {
      throw new Uncapturable(type.getName() + " cannot be copied");
    }
  }

  /** Whether a class is such a support of the JDK. */
  static boolean isSupport(Class<?> type) {
    return type.getName().equals("java.beans.PropertyChangeSupport")
        || type.getName().equals("java.beans.VetoableChangeSupport");
  }

  @Override
  public Object shell(Object live, CopyWalk walk) throws Uncapturable {
    try {
      return constructor.newInstance("");
    } catch (InstantiationException | IllegalAccessException | InvocationTargetException failure) {
      throw new Uncapturable(live.getClass().getName() + " cannot be copied");
    }
  }

  @Override
  public void fill(Object live, Object copy, CopyWalk walk) throws Uncapturable {
    source.copy(live, copy, walk);
  }
}
