package io.understudy.agent.snapshot.jdk;

import io.understudy.agent.snapshot.plan.Plan;
import io.understudy.agent.snapshot.plan.PlanSource;
import io.understudy.value.Kind;
import io.understudy.value.Origin;
import io.understudy.value.Uncapturable;
import io.understudy.value.shape.Shape;
import java.text.Collator;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The plans of the JDK's classes, and of classes that extend them. Stateless. */
public final class JdkPlans {
  private JdkPlans() {}

  /**
   * The plan of a class of the JDK.
   *
   * @param shape how its instances are seen
   * @param plans finds the plans of what its objects hold
   * @throws Uncapturable when its objects cannot be copied
   */
  public static Plan of(Class<?> type, Shape shape, PlanSource plans) throws Uncapturable {
    if (Collator.class.isAssignableFrom(type)) {
      return new FunctionPlan(live -> ((Collator) live).clone());
    }
    if (shape.kind() == Kind.SCALAR) {
      return value(shape);
    }
    Plan known = JdkHolders.of(type);
    if (known == null && Collection.class.isAssignableFrom(type)) {
      known = JdkCollections.of(type);
    }
    if (known == null && Map.class.isAssignableFrom(type)) {
      known = JdkMaps.of(type, plans);
    }
    if (known == null) {
      throw new Uncapturable(
          shape.kind() == Kind.OPAQUE ? shape.reason() : type.getName() + " cannot be copied");
    }
    return known;
  }

  /** The plan of a value that can be changed; its shape makes the copy. */
  public static Plan value(Shape shape) {
    return new ValuePlan(shape);
  }

  /** The plan of a future that is complete, also of an application's class: a plain future. */
  public static Plan future() {
    return JdkHolders.future();
  }

  /**
   * The plan of an exception's class.
   *
   * @param plans finds the plans of what its fields hold
   * @throws Uncapturable when the JVM does not let its state be read
   */
  public static Plan throwable(Class<?> type, PlanSource plans) throws Uncapturable {
    return new ThrowablePlan(type, plans);
  }

  /**
   * The plan of a collection or map that depends on something else: its copy is a plain one with
   * the same contents.
   *
   * @return null when the class is neither a collection nor a map
   */
  public static @Nullable Plan detached(Class<?> type) {
    return DetachedPlans.of(type);
  }

  /** Whether a class of the JDK keeps elements or entries that its subclasses inherit. */
  public static boolean keepsElements(Class<?> base) {
    boolean hasElements =
        Collection.class.isAssignableFrom(base) || Map.class.isAssignableFrom(base);
    return hasElements && !SubclassPlan.isEmptyBase(base);
  }

  /** Whether a class of the JDK keeps no state that its subclasses inherit. */
  public static boolean isStateless(Class<?> base) {
    return Origin.isStateless(base) || SubclassPlan.isEmptyBase(base);
  }

  /**
   * The plan of a class that extends a collection or map of the JDK.
   *
   * @param base the nearest superclass of the JDK, which {@linkplain #keepsElements keeps elements}
   * @param plans finds the plans of what its own fields hold
   * @throws Uncapturable when no faithful copy can be made
   */
  public static Plan extended(Class<?> type, Class<?> base, PlanSource plans) throws Uncapturable {
    return new SubclassPlan(type, base, plans);
  }
}
