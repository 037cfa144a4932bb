package io.understudy.agent.snapshot;

import io.understudy.agent.snapshot.plan.CopyWalk;
import io.understudy.agent.snapshot.plan.Plan;
import io.understudy.value.InstanceFields;
import io.understudy.value.Tally;
import io.understudy.value.Uncapturable;
import io.understudy.value.shape.ScalarFields;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Shares an object whose fields are all final and hold immutable values, such as texts and numbers:
 * nothing in it can change. Its texts are metered, as those of a copy are.
 */
final class ImmutableLeavesPlan extends Plan {
  private static final MethodType TALLY = MethodType.methodType(long.class, Object.class);

  private final MethodHandle tally;
  private final Plan otherwise;

  private ImmutableLeavesPlan(MethodHandle tally, Plan otherwise) {
    this.tally = tally;
    this.otherwise = otherwise;
  }

  /**
   * Returns the plan of such a class.
   *
   * @param otherwise the plan that copies an object if a field holds an unknown subclass
   * @return null if another object of the class may change
   */
  static @Nullable Plan of(Class<?> type, Plan otherwise) throws Uncapturable {
    List<Field> fields = InstanceFields.opened(type);
    if (!ScalarFields.among(fields).equals(fields)) {
      return null;
    }
    for (Field field : fields) {
      if (!Modifier.isFinal(field.getModifiers())) {
        return null;
      }
    }
    try {
      return new ImmutableLeavesPlan(ScalarFields.tally(type, fields).asType(TALLY), otherwise);
    } catch (ReflectiveOperationException closed) {
      return null;
    }
  }

  @Override
  public boolean mayBeShared() {
    return true;
  }

  @Override
  public @Nullable Object build(Object live, CopyWalk walk) throws Uncapturable {
    long tally = tally(live);
    if (Tally.hasExceptions(tally)) {
      return walk.copyPart(live, otherwise);
    }
    walk.meterBytes(Character.BYTES * Tally.characters(tally));
    return live;
  }

  private long tally(Object live) {
    try {
      return (long) tally.invokeExact(live);
    } catch (RuntimeException | Error failure) {
      throw failure;
    } catch (Throwable impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
