package io.understudy.agent.snapshot.jdk;

import io.understudy.agent.snapshot.compiled.Allocation;
import io.understudy.agent.snapshot.compiled.FieldCopies;
import io.understudy.agent.snapshot.plan.CopyWalk;
import io.understudy.agent.snapshot.plan.Plan;
import io.understudy.agent.snapshot.plan.PlanSource;
import io.understudy.value.JdkFields;
import io.understudy.value.Uncapturable;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Copies an exception that is an argument or a part of one: message, cause, suppressed exceptions
 * and the fields that its class adds. The copy has the stack trace only if it was read before,
 * since the first read takes the exception's monitor and much time.
 */
final class ThrowablePlan extends Plan {
  private final Allocation allocation;
  private final FieldCopies fields;
  private final Field trace;
  private final Field suppressed;
  private final Object noneSuppressed;

  ThrowablePlan(Class<?> type, PlanSource plans) throws Uncapturable {
    trace = own("stackTrace", type);
    suppressed = own("suppressedExceptions", type);
    noneSuppressed = get(own("SUPPRESSED_SENTINEL", type), type, type);
    List<Field> all = new ArrayList<>();
    all.add(own("detailMessage", type));
    all.add(own("cause", type)); // The exception itself while no cause is set.
    all.addAll(FieldsPlan.fields(type, Throwable.class));
    allocation = Allocation.of(type);
    fields = FieldCopies.of(type, all, plans);
  }

  private static Field own(String name, Class<?> type) throws Uncapturable {
    Field field = JdkFields.of(Throwable.class, name);
    if (field == null) {
      throw new Uncapturable(type.getName() + " is an exception, whose state cannot be read");
    }
    return field;
  }

  private static @Nullable Object value(Field field, Object of) throws IllegalAccessException {
    return Modifier.isStatic(field.getModifiers()) ? field.get(null) : field.get(of);
  }

  private static Object get(Field field, Object of, Class<?> type) throws Uncapturable {
    try {
      Object value = value(field, of);
      if (value != null) {
        return value;
      }
    } catch (IllegalAccessException impossible) {
      // Reported below.
    }
    throw new Uncapturable(type.getName() + " is an exception, whose state cannot be read");
  }

  @Override
  public Object shell(Object live, CopyWalk walk) throws Uncapturable {
    Object shell = allocation.make();
    try {
      StackTraceElement[] elements = (StackTraceElement[]) trace.get(live);
      if (elements != null) {
        walk.meterElements(elements.length);
        trace.set(shell, Arrays.copyOf(elements, elements.length));
      }
      if (suppressed.get(live) == noneSuppressed) {
        suppressed.set(shell, noneSuppressed);
      }
    } catch (IllegalAccessException impossible) {
      throw new Uncapturable(live.getClass().getName() + " cannot be copied");
    }
    return shell;
  }

  @Override
  public void fill(Object live, Object copy, CopyWalk walk) throws Uncapturable {
    fields.copy(live, copy, walk);
    try {
      Object others = suppressed.get(live);
      if (others != noneSuppressed) {
        suppressed.set(copy, walk.copyPart(others));
      }
    } catch (IllegalAccessException impossible) {
      throw new Uncapturable(live.getClass().getName() + " cannot be copied");
    }
  }
}
