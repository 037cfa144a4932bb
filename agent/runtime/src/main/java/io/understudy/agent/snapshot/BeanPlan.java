package io.understudy.agent.snapshot;

import io.understudy.value.FingerprintTable;
import io.understudy.value.InstanceFields;
import io.understudy.value.Leaves;
import io.understudy.value.Meter;
import io.understudy.value.Origin;
import io.understudy.value.Uncapturable;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An object of the application, copied field by field: first its leaves, which need no other copy
 * and tell it apart from others of its class, then the rest.
 */
final class BeanPlan extends Plan {
  private final BeanCopier.Parts parts;

  /** Replaced once, by the timer's thread. */
  private volatile BeanCopier copier;

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
    List<Field> open = new ArrayList<>(all);
    open.removeAll(Leaves.among(all));
    boolean flat = open.isEmpty();
    for (Field leaf : Leaves.among(all)) {
      if (Leaves.mayExcept(leaf)) {
        open.add(leaf);
      }
    }
    parts =
        new BeanCopier.Parts(
            type,
            Allocation.of(type, known),
            LeafCopies.of(type, all),
            FieldCopies.of(type, open, plans),
            flat,
            16 + 6 * all.size());
    copier = new JoinedCopier(parts, plans.often(), () -> plans.busy(this));
  }

  @Override
  int bytes() {
    return parts.bytes;
  }

  @Override
  Object shell(Object live, Copying run) throws Uncapturable {
    BeanCopier by = copier;
    Object shell = by.empty();
    by.leaves(live, shell);
    return shell;
  }

  /** How its objects are copied at the moment. */
  BeanCopier copier() {
    return copier;
  }

  /** Whether an object is complete with its leaves. */
  boolean isComplete(long tally) {
    return parts.flat && !Leaves.hasExceptions(tally);
  }

  /** Replaces objects of a row by their copies; gives where it stopped, maybe at once. */
  int row(@Nullable Object[] row, int from, FingerprintTable seen, Meter meter)
      throws Uncapturable {
    return copier.row(row, from, seen, meter);
  }

  @Override
  void fill(Object live, Object copy, Copying run) throws Uncapturable {
    copier.open(live, copy, run);
  }

  /** Copies with constants from now on; not for the application's threads. */
  void hasten(Plans plans) throws Exception {
    BeanCopier constant = new CopierLoader(parts).copier();
    Trial.of(constant, plans);
    copier = constant;
  }
}
