package io.understudy.agent.snapshot.compiled;

import io.understudy.agent.raw.FieldGetters;
import io.understudy.agent.raw.FieldSetters;
import io.understudy.agent.snapshot.constant.ConstantSearch;
import io.understudy.agent.snapshot.constant.Constants;
import io.understudy.agent.snapshot.plan.CopyWalk;
import io.understudy.agent.snapshot.plan.ImmutableTypes;
import io.understudy.agent.snapshot.plan.Plan;
import io.understudy.agent.snapshot.plan.PlanSource;
import io.understudy.value.HandleSequence;
import io.understudy.value.Origin;
import io.understudy.value.Uncapturable;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Copies some fields of one object into another, by one handle that joins one step for each field.
 * Thread-safe.
 */
public final class FieldCopies {
  private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();
  private static final MethodType STEP =
      MethodType.methodType(void.class, Object.class, Object.class, Object.class);
  private static final MethodType COPY =
      MethodType.methodType(Object.class, Object.class, CopyWalk.class);

  /** Copies an object that has nothing but its monitor. */
  private static final Plan LOCK =
      new Plan() {
        @Override
        public Object shell(Object live, CopyWalk walk) {
          return new Object();
        }
      };

  private final @Nullable MethodHandle all;

  private FieldCopies(@Nullable MethodHandle all) {
    this.all = all;
  }

  /**
   * Prepares the copy of fields.
   *
   * @param owner the class of the objects
   * @param fields opened instance fields of this class
   * @param plans finds the plans of field values
   * @throws Uncapturable if a final field cannot be set
   */
  public static FieldCopies of(Class<?> owner, List<Field> fields, PlanSource plans)
      throws Uncapturable {
    List<MethodHandle> steps = new ArrayList<>();
    for (Field field : fields) {
      try {
        steps.add(step(field, owner, plans));
      } catch (ReflectiveOperationException closed) {
        throw new Uncapturable(
            field.getDeclaringClass().getName() + " has final fields that cannot be set");
      }
    }
    return new FieldCopies(steps.isEmpty() ? null : HandleSequence.inSequence(steps).asType(STEP));
  }

  /**
   * Returns {@code (Object to, Object from, Object walk) -> void}; null if there is no field to
   * copy.
   */
  @Nullable MethodHandle handle() {
    return all;
  }

  /** Copies all the fields. */
  public void copy(Object from, Object to, CopyWalk walk) throws Uncapturable {
    if (all == null) {
      return;
    }
    try {
      all.invokeExact(to, from, (Object) walk);
    } catch (Uncapturable | RuntimeException | Error thrown) {
      throw thrown;
    } catch (Throwable impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /**
   * Returns one step, {@code (owner to, owner from, CopyWalk) -> void}. It casts only the value.
   */
  private static MethodHandle step(Field field, Class<?> owner, PlanSource plans)
      throws ReflectiveOperationException {
    Class<?> type = field.getType();
    MethodHandle get = FieldGetters.of(field).asType(MethodType.methodType(type, owner));
    MethodHandle set =
        FieldSetters.of(field).asType(MethodType.methodType(void.class, owner, type));
    MethodHandle copied = // (owner from, CopyWalk) -> type
        ImmutableTypes.includes(type)
            ? MethodHandles.dropArguments(get, 1, CopyWalk.class)
            : MethodHandles.filterArguments(copy(field, plans), 0, get);
    return MethodHandles.collectArguments(set, 1, copied);
  }

  /** Returns the copy step of a value, {@code (declared, CopyWalk) -> declared}. */
  private static MethodHandle copy(Field field, PlanSource plans)
      throws ReflectiveOperationException {
    Class<?> declared = field.getType();
    MethodType type = MethodType.methodType(declared, declared, CopyWalk.class);
    if (declared == String.class) {
      MethodHandle text =
          LOOKUP.findVirtual(
              CopyWalk.class, "meterText", MethodType.methodType(String.class, String.class));
      return MethodHandles.permuteArguments(text, type, 1, 0);
    }
    FieldValue value = new FieldValue(declared, plans);
    Constants constants = ConstantSearch.ofField(field, plans);
    Object copier =
        constants == null && declared != Object.class
            ? value
            : new ConstantFieldValue(value, constants);
    return LOOKUP.findVirtual(copier.getClass(), "copy", COPY).bindTo(copier).asType(type);
  }

  /** Copies the value of a field that may refer to a constant, or hold a lock. */
  private static final class ConstantFieldValue {
    private final FieldValue others;
    private final @Nullable Constants constants;

    ConstantFieldValue(FieldValue others, @Nullable Constants constants) {
      this.others = others;
      this.constants = constants;
    }

    @Nullable Object copy(@Nullable Object value, CopyWalk walk) throws Uncapturable {
      if (value != null && constants != null && constants.contain(value)) {
        return value;
      }
      // Such an object serves as a lock, which the candidate must not share with the application.
      return value != null && value.getClass() == Object.class
          ? walk.copyPart(value, LOCK)
          : others.copy(value, walk);
    }
  }

  /**
   * Copies the value of one field. It caches the plan of the declared type. The class that declares
   * the field refers to that type anyway, so the cache keeps no further class loaded.
   */
  private static final class FieldValue {
    private final Class<?> declared;
    private final PlanSource plans;
    private @Nullable Plan plan;

    /** The JDK class seen last in this field; JDK classes are never unloaded. */
    private @Nullable SeenType lastSeen;

    FieldValue(Class<?> declared, PlanSource plans) {
      this.declared = declared;
      this.plans = plans;
    }

    // Race: two threads may look up the plan, and find the same one.
    @Nullable Object copy(@Nullable Object value, CopyWalk walk) throws Uncapturable {
      if (value == null) {
        return null;
      }
      if (value.getClass() != declared) {
        return other(value, walk);
      }
      Plan known = plan;
      if (known == null) {
        known = plans.of(value);
        plan = known;
      }
      return known.isShared() ? value : walk.copyPart(value, known);
    }

    private @Nullable Object other(Object value, CopyWalk walk) throws Uncapturable {
      if (value instanceof String) {
        return walk.meterText((String) value);
      }
      SeenType seen = lastSeen;
      if (seen == null || value.getClass() != seen.type) {
        if (!Origin.isJdk(value.getClass())) {
          return walk.copyPart(value);
        }
        seen = new SeenType(value.getClass(), plans.of(value));
        lastSeen = seen;
      }
      return seen.plan.isShared() ? value : walk.copyPart(value, seen.plan);
    }

    private static final class SeenType {
      final Class<?> type;
      final Plan plan;

      SeenType(Class<?> type, Plan plan) {
        this.type = type;
        this.plan = plan;
      }
    }
  }
}
