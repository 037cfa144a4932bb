package io.understudy.value.shape;

import io.understudy.value.HandleSequence;
import io.understudy.value.Kind;
import io.understudy.value.Uncapturable;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An object of the application, read by its fields: first its leaves, which tell it apart from
 * others of its class, then the rest. Either is done by one method handle, joined of one step for
 * each field.
 */
final class RecordShape extends Shape {
  private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();
  private static final MethodType STEP =
      MethodType.methodType(void.class, Object.class, FreezeWalk.class, Object[].class);

  private static final MethodType LEAVES =
      MethodType.methodType(long.class, Object[].class, Object.class);

  private final List<String> names;
  private final MethodHandle[] getters;
  private final MethodHandle leaves;
  private final int bytes;

  /** Reads the parts that are no leaves. */
  private final @Nullable MethodHandle rest;

  /** Reads these, and the leaves that may hold an exception. */
  private final @Nullable MethodHandle open;

  private RecordShape(
      Class<?> type, List<String> names, MethodHandle[] getters, List<Field> of, Shapes shapes)
      throws ReflectiveOperationException {
    super(Kind.RECORD, type.getName());
    this.names = Collections.unmodifiableList(names);
    this.getters = getters;
    List<Field> fixed = new ArrayList<>(ScalarFields.among(of));
    fixed.removeIf(leaf -> shapes.isViewed(leaf.getType()));
    this.leaves = leaves(type, of, fixed);
    List<Field> others = new ArrayList<>(of);
    others.removeAll(fixed);
    this.rest = joined(type, of, others, shapes);
    int texts = 0;
    for (Field leaf : fixed) {
      texts += leaf.getType() == String.class ? 1 : 0;
      if (ScalarFields.mayExcept(leaf)) {
        others.add(leaf);
      }
    }
    this.open = joined(type, of, others, shapes);
    this.bytes = 4 * of.size() + FreezeWalk.BYTES_OF_A_TEXT * texts;
  }

  /**
   * The shape of a class of the application.
   *
   * @param parts its parts, opened
   * @param shapes under which its objects are seen, and no others
   */
  static Shape of(Class<?> type, List<Field> parts, Shapes shapes)
      throws ReflectiveOperationException {
    MethodHandle[] getters = new MethodHandle[parts.size()];
    for (int i = 0; i < getters.length; i++) {
      MethodHandle getter = LOOKUP.unreflectGetter(parts.get(i));
      getters[i] = getter.asType(MethodType.methodType(Object.class, Object.class));
    }
    return new RecordShape(type, RecordFields.of(parts), getters, parts, shapes);
  }

  /** Steps {@code (owner, FreezeWalk, Object[]) -> void}, which cast nothing, joined. */
  private static @Nullable MethodHandle joined(
      Class<?> owner, List<Field> parts, List<Field> chosen, Shapes shapes)
      throws ReflectiveOperationException {
    List<MethodHandle> steps = new ArrayList<>();
    for (Field field : chosen) {
      MethodHandle frozen = FieldFreezer.of(field.getType(), getter(owner, field), shapes);
      MethodHandle step = // (Object[], owner, Freezing)
          MethodHandles.collectArguments(setter(parts.indexOf(field)), 1, frozen);
      steps.add(MethodHandles.permuteArguments(step, STEP.changeParameterType(0, owner), 2, 0, 1));
    }
    return steps.isEmpty() ? null : HandleSequence.inSequence(steps).asType(STEP);
  }

  /** Reads the leaves, {@code (Object[], Object owner) -> long}, and gives their tally. */
  private static MethodHandle leaves(Class<?> owner, List<Field> parts, List<Field> leaves)
      throws ReflectiveOperationException {
    MethodHandle tally =
        MethodHandles.dropArguments(ScalarFields.tally(owner, parts), 0, Object[].class);
    List<MethodHandle> steps = new ArrayList<>();
    for (Field leaf : leaves) {
      MethodHandle set = setter(parts.indexOf(leaf));
      steps.add(MethodHandles.filterArguments(set, 1, getter(owner, leaf)));
    }
    MethodHandle all =
        steps.isEmpty()
            ? tally
            : MethodHandles.foldArguments(tally, HandleSequence.inSequence(steps));
    return all.asType(LEAVES);
  }

  private static MethodHandle getter(Class<?> owner, Field field) throws IllegalAccessException {
    return LOOKUP.unreflectGetter(field).asType(MethodType.methodType(Object.class, owner));
  }

  /** {@code (Object[], Object) -> void}. */
  private static MethodHandle setter(int i) {
    return MethodHandles.insertArguments(MethodHandles.arrayElementSetter(Object[].class), 1, i);
  }

  @Override
  public List<String> names() {
    return names;
  }

  @Override
  public int size(Object object) {
    return getters.length;
  }

  @Override
  public @Nullable Object part(Object record, int i) {
    if (record instanceof Frozen) {
      return ((Frozen) record).part(i);
    }
    try {
      return (@Nullable Object) getters[i].invokeExact(record);
    } catch (Throwable impossible) {
      throw new IllegalStateException(typeName() + "." + names.get(i), impossible);
    }
  }

  /** Roughly what a frozen object takes beside its header and its texts' characters, bytes. */
  int bytes() {
    return bytes;
  }

  /** Puts the leaves of a live object in their places; gives their tally. */
  long leaves(Object live, Object[] parts) {
    try {
      return (long) leaves.invokeExact(parts, live);
    } catch (RuntimeException | Error thrown) {
      throw thrown;
    } catch (Throwable impossible) {
      throw new IllegalStateException(typeName(), impossible);
    }
  }

  /** Whether an object is frozen with its leaves. */
  boolean isComplete(long tally) {
    return (ScalarFields.hasExceptions(tally) ? open : rest) == null;
  }

  /** Freezes the parts, but for the leaves where these are in their places already. */
  @Override
  void freeze(Object live, Frozen frozen, FreezeWalk run) throws Uncapturable {
    Object[] parts = (Object[]) frozen.array();
    if (parts.length < getters.length) {
      parts = new Object[getters.length];
      frozen.fill(parts);
      run.meter(0, bytes + Character.BYTES * ScalarFields.characters(leaves(live, parts)));
    }
    if (open == null) {
      return;
    }
    try {
      open.invokeExact(live, run, parts);
    } catch (Uncapturable | RuntimeException | Error thrown) {
      throw thrown;
    } catch (Throwable impossible) {
      throw new IllegalStateException(typeName(), impossible);
    }
  }
}
