package io.understudy.agent.snapshot.compiled;

import io.understudy.agent.raw.FieldSetters;
import io.understudy.value.HandleSequence;
import io.understudy.value.Uncapturable;
import io.understudy.value.shape.ScalarFields;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;

/**
 * Copies the leaves of one object into another and returns the {@linkplain ScalarFields tally} of
 * the copy, by one handle that joins one step for each leaf. Immutable.
 */
final class LeafCopies {
  private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();
  private static final MethodType COPY =
      MethodType.methodType(long.class, Object.class, Object.class);

  private final MethodHandle all;

  private LeafCopies(MethodHandle all) {
    this.all = all;
  }

  /**
   * Prepares the copy of the leaves.
   *
   * @param owner the class of the objects
   * @param fields opened instance fields of this class; leaves and others
   */
  static LeafCopies of(Class<?> owner, List<Field> fields) throws Uncapturable {
    try {
      MethodHandle ofLeaves = ScalarFields.tally(owner, fields);
      MethodHandle ofOthers = ScalarFields.tallyOfOthers(owner, fields);
      MethodHandle tally = // (owner to, owner from) -> long
          ofOthers == null
              ? MethodHandles.dropArguments(ofLeaves, 1, owner)
              : ScalarFields.sum(ofLeaves, ofOthers);
      List<MethodHandle> steps = new ArrayList<>();
      for (Field leaf : ScalarFields.among(fields)) {
        steps.add(step(leaf, owner));
      }
      return new LeafCopies(
          (steps.isEmpty() ? tally : after(HandleSequence.inSequence(steps), tally)).asType(COPY));
    } catch (ReflectiveOperationException closed) {
      throw new Uncapturable(owner.getName() + " has final fields that cannot be set");
    }
  }

  /**
   * Joins the copy steps with the tally of the copy. It comes last: the JIT compiler sees the steps
   * right behind the allocation, so that they need no barriers of the garbage collector, and the
   * tally uses the values in registers. Other threads cannot change the copy, so the tally is that
   * of the values that were copied. Only keys that are no leaves are read from the original.
   */
  private static MethodHandle after(MethodHandle steps, MethodHandle tally) {
    return MethodHandles.foldArguments(tally, steps);
  }

  /** Returns one step, {@code (owner to, owner from) -> void}. */
  private static MethodHandle step(Field leaf, Class<?> owner) throws ReflectiveOperationException {
    Class<?> type = leaf.getType();
    MethodHandle get = LOOKUP.unreflectGetter(leaf).asType(MethodType.methodType(type, owner));
    MethodHandle set = FieldSetters.of(leaf).asType(MethodType.methodType(void.class, owner, type));
    return MethodHandles.filterArguments(set, 1, get);
  }

  /** Returns {@code (Object to, Object from) -> long}. */
  MethodHandle handle() {
    return all;
  }
}
