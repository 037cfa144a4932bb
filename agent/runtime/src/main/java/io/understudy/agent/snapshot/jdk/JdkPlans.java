package io.understudy.agent.snapshot.jdk;

import io.understudy.agent.snapshot.plan.Plan;
import io.understudy.agent.snapshot.plan.PlanSource;
import io.understudy.value.Kind;
import io.understudy.value.Origin;
import io.understudy.value.Uncapturable;
import io.understudy.value.shape.Shape;
import java.text.Collator;
import java.util.AbstractCollection;
import java.util.AbstractMap;
import java.util.AbstractQueue;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Collection;
import java.util.Dictionary;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The plans of the JDK's classes, and of classes that extend them. Stateless. */
public final class JdkPlans {
  /** Base classes without elements and counters: their subclasses are copied field by field. */
  private static final List<Class<?>> EMPTY =
      Arrays.asList(
          AbstractCollection.class,
          AbstractSet.class,
          AbstractQueue.class,
          AbstractMap.class,
          Dictionary.class);

  private JdkPlans() {}

  /**
   * Returns the plan of a class of the JDK.
   *
   * @param shape the shape of its instances
   * @param plans finds the plans of the parts of its objects
   * @throws Uncapturable if its objects cannot be copied
   */
  public static Plan of(Class<?> type, Shape shape, PlanSource plans) throws Uncapturable {
    if (Collator.class.isAssignableFrom(type)) {
      return new FunctionPlan(live -> ((Collator) live).clone());
    }
    if (shape.kind() == Kind.SCALAR && !JdkValuePlans.isKnown(type)) {
      return value(shape);
    }
    Plan known = JdkHolders.of(type, plans);
    if (known == null && isContainer(type)) {
      known = JdkContainers.of(type, plans);
    }
    if (known == null) {
      known = JdkValuePlans.of(type, shape, plans);
    }
    if (known == null) {
      throw new Uncapturable(
          shape.kind() == Kind.OPAQUE ? shape.reason() : type.getName() + " cannot be copied");
    }
    return known;
  }

  /**
   * Returns the plan of a comparator of the JDK. It is shared unless it is composed of a comparator
   * that can change, which is copied.
   *
   * @throws Uncapturable if the JVM does not allow reading its state
   */
  public static Plan comparator(Class<?> type) throws Uncapturable {
    return FieldsPlan.fields(type).isEmpty() ? Plan.REFERENCE : new FixedPlan(type);
  }

  /** Returns the plan of a mutable value; its shape makes the copy. */
  public static Plan value(Shape shape) {
    return new ValuePlan(shape);
  }

  /**
   * Returns the plan of a completed future, also of an application class: its copy is a plain
   * future.
   */
  public static Plan future() {
    return JdkHolders.future();
  }

  /**
   * Returns the plan of an exception's class.
   *
   * @param plans finds the plans of its field values
   * @throws Uncapturable if the JVM does not allow reading its state
   */
  public static Plan throwable(Class<?> type, PlanSource plans) throws Uncapturable {
    return new ThrowablePlan(type, plans);
  }

  /**
   * Returns the plan of a collection or map that depends on another object: its copy is a plain one
   * with the same contents.
   *
   * @return null if the class is neither a collection nor a map
   */
  public static @Nullable Plan detached(Class<?> type) {
    return DetachedPlans.of(type);
  }

  private static boolean isContainer(Class<?> type) {
    return Collection.class.isAssignableFrom(type) || Map.class.isAssignableFrom(type);
  }

  /** Whether a class of the JDK keeps elements or entries that its subclasses inherit. */
  public static boolean keepsElements(Class<?> base) {
    return isContainer(base) && !EMPTY.contains(base);
  }

  /** Whether a class of the JDK keeps no state that its subclasses inherit. */
  public static boolean isStateless(Class<?> base) {
    return Origin.isStateless(base) || EMPTY.contains(base);
  }

  /**
   * Returns the plan of a class that extends a collection or map of the JDK.
   *
   * @param base the nearest superclass of the JDK, which {@linkplain #keepsElements keeps elements}
   * @param plans finds the plans of its own field values
   * @throws Uncapturable if no faithful copy can be made
   */
  public static Plan extended(Class<?> type, Class<?> base, PlanSource plans) throws Uncapturable {
    return JdkContainers.of(type, plans);
  }
}
