package io.understudy.agent.snapshot.compiled;

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
 * Copies the leaves of one object into another and gives their {@linkplain ScalarFields tally}, by
 * one handle joined of one step for each.
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
   * How to copy the leaves.
   *
   * @param owner the class of the objects
   * @param fields instance fields of it, opened; leaves and others
   */
  static LeafCopies of(Class<?> owner, List<Field> fields) throws Uncapturable {
    try {
      MethodHandle tally = // (owner to, owner from) -> long
          MethodHandles.dropArguments(ScalarFields.tally(owner, fields), 0, owner);
      List<MethodHandle> steps = new ArrayList<>();
      for (Field leaf : ScalarFields.among(fields)) {
        steps.add(step(leaf, owner));
      }
      return new LeafCopies(
          (steps.isEmpty() ? tally : around(tally, HandleSequence.inSequence(steps))).asType(COPY));
    } catch (ReflectiveOperationException closed) {
      throw new Uncapturable(owner.getName() + " has final fields that cannot be set");
    }
  }

  /**
   * The tally is taken before anything is written: what was read for it is then still known when it
   * is copied, since the compiler cannot tell that the copy is not the original.
   */
  private static MethodHandle around(MethodHandle tally, MethodHandle steps) {
    MethodHandle given = // (long, owner to, owner from) -> long
        MethodHandles.dropArguments(
            MethodHandles.identity(long.class), 1, steps.type().parameterArray());
    MethodHandle written =
        MethodHandles.foldArguments(given, MethodHandles.dropArguments(steps, 0, long.class));
    return MethodHandles.foldArguments(written, tally);
  }

  /** One step, {@code (owner to, owner from) -> void}. */
  private static MethodHandle step(Field leaf, Class<?> owner) throws IllegalAccessException {
    Class<?> type = leaf.getType();
    MethodHandle get = LOOKUP.unreflectGetter(leaf).asType(MethodType.methodType(type, owner));
    MethodHandle set =
        LOOKUP.unreflectSetter(leaf).asType(MethodType.methodType(void.class, owner, type));
    return MethodHandles.filterArguments(set, 1, get);
  }

  /** {@code (Object to, Object from) -> long}. */
  MethodHandle handle() {
    return all;
  }
}
