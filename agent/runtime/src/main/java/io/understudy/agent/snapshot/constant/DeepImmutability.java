package io.understudy.agent.snapshot.constant;

import io.understudy.agent.snapshot.plan.Plan;
import io.understudy.agent.snapshot.plan.PlanSource;
import io.understudy.value.InstanceFields;
import io.understudy.value.Origin;
import io.understudy.value.Uncapturable;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether an object, and each object below it, cannot change. That is so when each field is
 * final, and each value in a field is a primitive, null, a value that is shared anyway (text,
 * number, date, enum constant, object without state), an empty array, an immutable or unmodifiable
 * collection of the JDK with such elements, or an object of the application of which the same is
 * true. Cycles among such objects are allowed.
 *
 * <p>Reads fields only, so no code of the application runs. Use one instance for one root; not
 * thread-safe.
 */
public final class DeepImmutability {
  /** Larger graphs count as mutable, since reading them would take too long. */
  private static final int MAX_OBJECTS = 1000;

  private static final int MAX_DEPTH = 64;

  private final PlanSource plans;
  private final boolean isConstant;
  private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());

  private DeepImmutability(PlanSource plans, boolean isConstant) {
    this.plans = plans;
    this.isConstant = isConstant;
  }

  /**
   * Whether nothing in the object can change; never throws an exception of the application. Each
   * field must be final, and an unmodifiable view of another collection counts as changeable.
   */
  public static boolean of(Object root, PlanSource plans) {
    return whyMutable(root, plans, false) == null;
  }

  /**
   * Returns the part of a constant that may change, as a clause such as "its field a.B.c is not
   * final"; null if nothing in it can change.
   */
  public static @Nullable String whyMutable(Object root, PlanSource plans) {
    return whyMutable(root, plans, true);
  }

  private static @Nullable String whyMutable(Object root, PlanSource plans, boolean isConstant) {
    try {
      return new DeepImmutability(plans, isConstant).mutable(root, 0);
    } catch (RuntimeException | Uncapturable unreadable) {
      return "its fields cannot be read";
    }
  }

  private @Nullable String mutable(Object live, int depth) throws Uncapturable {
    if (!seen.add(live)) {
      return null; // Under way: it is immutable if everything else is.
    }
    if (depth == MAX_DEPTH || seen.size() > MAX_OBJECTS) {
      return "it leads to more than " + MAX_OBJECTS + " objects";
    }
    Class<?> type = live.getClass();
    if (type.isArray()) {
      return Array.getLength(live) == 0 ? null : "it holds an array";
    }
    Plan plan = plans.of(live);
    if (plan.isShared()) {
      return null;
    }
    if (Origin.isJdk(type) && !isFunction(type)) {
      return ofJdk(live, type, depth);
    }
    for (Field field : InstanceFields.opened(type)) {
      if (!Modifier.isFinal(field.getModifiers()) && !(isConstant && CacheFields.is(field))) {
        return "its field "
            + field.getDeclaringClass().getName()
            + "."
            + field.getName()
            + " is not final";
      }
      Object value = field.getType().isPrimitive() ? null : valueOf(field, live);
      String mutable = value == null ? null : mutable(value, depth + 1);
      if (mutable != null) {
        return mutable;
      }
    }
    return null;
  }

  private static @Nullable Object valueOf(Field field, Object live) throws Uncapturable {
    try {
      return field.get(live);
    } catch (IllegalAccessException closed) {
      throw new Uncapturable(live.getClass().getName() + " cannot be read");
    }
  }

  private static boolean isFunction(Class<?> type) {
    return type.isSynthetic() && type.getName().contains("$$Lambda");
  }

  private @Nullable String ofJdk(Object live, Class<?> type, int depth) throws Uncapturable {
    Collection<? extends @Nullable Object> contents = FixedContents.of(live);
    if (contents == null || (!isConstant && FixedContents.isView(live))) {
      return "it holds a " + type.getName();
    }
    for (Object element : contents) {
      String mutable = element == null ? null : mutable(element, depth + 1);
      if (mutable != null) {
        return mutable;
      }
    }
    return null;
  }
}
