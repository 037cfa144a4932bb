package io.understudy.value;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An object of the application, read by its fields. All fields are frozen by one method handle,
 * joined of one step for each.
 */
final class RecordShape extends Shape {
  private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();
  private static final MethodType STEP =
      MethodType.methodType(void.class, Object.class, Freezing.class, Object[].class);

  private final List<String> names;
  private final MethodHandle[] getters;
  private final @Nullable MethodHandle read;

  private RecordShape(Class<?> type, List<String> names, MethodHandle[] getters, List<Field> of)
      throws ReflectiveOperationException {
    super(Kind.RECORD, type.getName());
    this.names = Collections.unmodifiableList(names);
    this.getters = getters;
    this.read = of.isEmpty() ? null : Steps.inSequence(steps(type, of)).asType(STEP);
  }

  /**
   * The shape of a class of the application.
   *
   * @param parts its parts, opened
   */
  static Shape of(Class<?> type, List<Field> parts) throws ReflectiveOperationException {
    MethodHandle[] getters = new MethodHandle[parts.size()];
    for (int i = 0; i < getters.length; i++) {
      MethodHandle getter = LOOKUP.unreflectGetter(parts.get(i));
      getters[i] = getter.asType(MethodType.methodType(Object.class, Object.class));
    }
    return new RecordShape(type, PartNames.of(parts), getters, parts);
  }

  /** Steps {@code (owner, Freezing, Object[]) -> void}, which cast nothing. */
  private static List<MethodHandle> steps(Class<?> owner, List<Field> parts)
      throws ReflectiveOperationException {
    MethodType type = MethodType.methodType(Object.class, owner);
    List<MethodHandle> steps = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      MethodHandle getter = LOOKUP.unreflectGetter(parts.get(i)).asType(type);
      MethodHandle frozen = FrozenPart.of(parts.get(i).getType(), getter);
      MethodHandle set =
          MethodHandles.insertArguments(
              MethodHandles.arrayElementSetter(Object[].class), 1, i); // (Object[], Object)
      MethodHandle step = MethodHandles.collectArguments(set, 1, frozen); // (Object[], o, run)
      steps.add(MethodHandles.permuteArguments(step, STEP.changeParameterType(0, owner), 2, 0, 1));
    }
    return steps;
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

  @Override
  public Elements elements(Object object) {
    return Elements.NONE;
  }

  @Override
  void freeze(Object live, Frozen frozen, Freezing run) throws Uncapturable {
    if (read == null) {
      return;
    }
    Object[] parts = new Object[getters.length];
    run.meter(0, 4L * parts.length);
    frozen.fill(parts);
    try {
      read.invokeExact(live, run, parts);
    } catch (Uncapturable | RuntimeException | Error thrown) {
      throw thrown;
    } catch (Throwable impossible) {
      throw new IllegalStateException(typeName(), impossible);
    }
  }
}
