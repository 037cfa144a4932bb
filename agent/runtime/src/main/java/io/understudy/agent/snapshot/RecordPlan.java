package io.understudy.agent.snapshot;

import io.understudy.agent.snapshot.plan.CopyWalk;
import io.understudy.agent.snapshot.plan.Plan;
import io.understudy.value.InstanceFields;
import io.understudy.value.Uncapturable;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Copies a Java record by its canonical constructor, since reflection cannot set the fields of a
 * record. Records came with Java 16, so this class recognises them by the name of their superclass.
 */
final class RecordPlan extends Plan {
  private final List<Field> fields;
  private final Constructor<?> canonical;

  RecordPlan(Class<?> type) throws Uncapturable {
    fields = InstanceFields.opened(type);
    Class<?>[] types = new Class<?>[fields.size()];
    for (int i = 0; i < types.length; i++) {
      types[i] = fields.get(i).getType(); // The fields of a record are its components, in order.
    }
    try {
      canonical = type.getDeclaredConstructor(types);
      canonical.setAccessible(true);
    } catch (NoSuchMethodException | RuntimeException closed) {
      throw new Uncapturable(type.getName() + " does not open its canonical constructor");
    }
  }

  static boolean isRecord(Class<?> type) {
    Class<?> superclass = type.getSuperclass();
    return superclass != null && superclass.getName().equals("java.lang.Record");
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
        Object part = fields.get(i).get(live);
        Class<?> type = fields.get(i).getType();
        copies[i] = type.isPrimitive() ? part : walk.copyPart(part);
        same &= type.isPrimitive() || copies[i] == part;
      }
      if (walk.isPending()) {
        return null;
      }
      return same ? live : canonical.newInstance(copies);
    } catch (InvocationTargetException thrown) {
      throw new Uncapturable(
          "the constructor of "
              + live.getClass().getName()
              + " threw "
              + thrown.getTargetException().getClass().getName());
    } catch (InstantiationException | IllegalAccessException impossible) {
      throw new Uncapturable(live.getClass().getName() + " cannot be built");
    }
  }
}
