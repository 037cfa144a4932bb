package io.understudy.agent.snapshot;

import io.understudy.value.InstanceFields;
import io.understudy.value.Origin;
import io.understudy.value.Uncapturable;
import java.lang.reflect.Field;
import java.util.List;

/** An object of the application, copied field by field. */
final class BeanPlan extends Plan {
  private final Allocation allocation;
  private final FieldCopies fields;
  private final int bytes;

  /**
   * The plan of a class.
   *
   * @param base its nearest superclass that belongs to the JDK, known to keep no state
   */
  BeanPlan(Class<?> type, Class<?> base, Plans plans) throws Uncapturable {
    if (!Origin.isStateless(base) && !ExtendedPlan.isEmptyBase(base)) {
      throw new Uncapturable(
          type.getName() + " extends " + base.getName() + ", whose state cannot be read");
    }
    List<Field> all = InstanceFields.opened(type, base);
    allocation = Allocation.of(type, base);
    fields = FieldCopies.of(type, all, plans);
    bytes = 16 + 6 * all.size();
  }

  @Override
  int bytes() {
    return bytes;
  }

  @Override
  Object shell(Object live, Copying run) throws Uncapturable {
    return allocation.make();
  }

  @Override
  void fill(Object live, Object copy, Copying run) throws Uncapturable {
    fields.copy(live, copy, run);
  }
}
