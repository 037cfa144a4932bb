package io.understudy.agent.snapshot;

import io.understudy.value.Shape;
import io.understudy.value.Steps;
import io.understudy.value.Uncapturable;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Copies some fields of one object into another, by one handle joined of one step for each. */
final class FieldCopies {
  private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();
  private static final MethodType STEP =
      MethodType.methodType(void.class, Object.class, Object.class, Copying.class);
  private static final MethodType COPY =
      MethodType.methodType(Object.class, Object.class, Copying.class);

  private final @Nullable MethodHandle all;

  private FieldCopies(@Nullable MethodHandle all) {
    this.all = all;
  }

  /**
   * How to copy the fields.
   *
   * @param fields instance fields of one class, opened
   */
  static FieldCopies of(List<Field> fields, Plans plans) throws Uncapturable {
    List<MethodHandle> steps = new ArrayList<>();
    for (Field field : fields) {
      try {
        steps.add(step(field, plans));
      } catch (ReflectiveOperationException closed) {
        throw new Uncapturable(
            field.getDeclaringClass().getName() + " has final fields that cannot be set");
      }
    }
    return new FieldCopies(steps.isEmpty() ? null : Steps.inSequence(steps));
  }

  /** Copies them all. */
  void copy(Object from, Object to, Copying run) throws Uncapturable {
    if (all == null) {
      return;
    }
    try {
      all.invokeExact(to, from, run);
    } catch (Uncapturable | RuntimeException | Error thrown) {
      throw thrown;
    } catch (Throwable impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static MethodHandle step(Field field, Plans plans) throws ReflectiveOperationException {
    Class<?> type = field.getType();
    MethodHandle get =
        LOOKUP.unreflectGetter(field).asType(MethodType.methodType(type, Object.class));
    MethodHandle set =
        LOOKUP.unreflectSetter(field).asType(MethodType.methodType(void.class, Object.class, type));
    MethodHandle copied = // (Object from, Copying) -> type
        isFixed(type)
            ? MethodHandles.dropArguments(get, 1, Copying.class)
            : MethodHandles.filterArguments(
                    copy(type, plans),
                    0,
                    get.asType(MethodType.methodType(Object.class, Object.class)))
                .asType(MethodType.methodType(type, Object.class, Copying.class));
    return MethodHandles.collectArguments(set, 1, copied).asType(STEP);
  }

  /** Whether whatever the field holds is small and immutable, or null. */
  private static boolean isFixed(Class<?> declared) {
    return declared.isPrimitive()
        || declared.isEnum()
        || (declared != String.class
            && Modifier.isFinal(declared.getModifiers())
            && !declared.isArray()
            && Shape.ofInstances(declared).immutable());
  }

  private static MethodHandle copy(Class<?> declared, Plans plans)
      throws ReflectiveOperationException {
    if (declared == String.class) {
      MethodHandle text =
          LOOKUP.findVirtual(
              Copying.class, "text", MethodType.methodType(Object.class, Object.class));
      return MethodHandles.permuteArguments(text, COPY, 1, 0);
    }
    return LOOKUP.findVirtual(Part.class, "copy", COPY).bindTo(new Part(declared, plans));
  }

  /**
   * One field's value. Remembers the plan of the declared type, which the class that declares the
   * field holds anyway, so that remembering it pins nothing.
   */
  private static final class Part {
    private final Class<?> declared;
    private final Plans plans;
    private @Nullable Plan plan;

    Part(Class<?> declared, Plans plans) {
      this.declared = declared;
      this.plans = plans;
    }

    // A race between threads finds the same plan twice.
    @Nullable Object copy(@Nullable Object value, Copying run) throws Uncapturable {
      if (value == null) {
        return null;
      }
      if (value.getClass() != declared) {
        return run.part(value);
      }
      Plan known = plan;
      if (known == null) {
        known = plans.of(value);
        plan = known;
      }
      return known.byReference() ? value : run.part(value, known);
    }
  }
}
