package io.understudy.agent.snapshot;

import io.understudy.value.InstanceFields;
import io.understudy.value.Leaves;
import io.understudy.value.Origin;
import io.understudy.value.Uncapturable;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;

/**
 * An object of the application, copied field by field: first its leaves, which need no other copy
 * and tell it apart from others of its class, then the rest.
 */
final class BeanPlan extends Plan {
  private final Allocation allocation;
  private final LeafCopies leaves;
  private final FieldCopies parts;

  /** The parts, and the leaves that may hold an exception. */
  private final FieldCopies open;

  private final int bytes;

  /**
   * The plan of a class.
   *
   * @param base its nearest superclass that belongs to the JDK, which may keep no state that cannot
   *     be read
   */
  BeanPlan(Class<?> type, Class<?> base, Plans plans) throws Uncapturable {
    boolean empty = Origin.isStateless(base) || ExtendedPlan.isEmptyBase(base);
    Class<?> known = empty ? base : Object.class; // Else the base has fields as any class.
    List<Field> all = InstanceFields.opened(type, known);
    allocation = Allocation.of(type, known);
    leaves = LeafCopies.of(type, all);
    List<Field> others = new ArrayList<>(all);
    others.removeAll(Leaves.among(all));
    parts = FieldCopies.of(type, others, plans);
    for (Field leaf : Leaves.among(all)) {
      if (Leaves.mayExcept(leaf)) {
        others.add(leaf);
      }
    }
    open = FieldCopies.of(type, others, plans);
    bytes = 16 + 6 * all.size();
  }

  @Override
  int bytes() {
    return bytes;
  }

  @Override
  Object shell(Object live, Copying run) throws Uncapturable {
    Object shell = allocation.make();
    leaves.copy(live, shell);
    return shell;
  }

  /** A copy without contents. */
  Object empty() throws Uncapturable {
    return allocation.make();
  }

  /** Copies the leaves into a copy; gives their tally. */
  long leaves(Object live, Object copy) {
    return leaves.copy(live, copy);
  }

  /** Whether an object is complete with its leaves. */
  boolean isComplete(long tally) {
    return Leaves.hasExceptions(tally) ? open.isEmpty() : parts.isEmpty();
  }

  @Override
  void fill(Object live, Object copy, Copying run) throws Uncapturable {
    open.copy(live, copy, run);
  }
}
