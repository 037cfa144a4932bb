package io.understudy.agent.snapshot;

import io.understudy.value.Bystanders;
import io.understudy.value.Kind;
import io.understudy.value.Origin;
import io.understudy.value.PerClass;
import io.understudy.value.Shape;
import io.understudy.value.StandardShapes;
import io.understudy.value.Uncapturable;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.text.Collator;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds the plan of each class, once. The plan is kept by the class itself (ClassValue), and refers
 * to that class and to what its fields are declared as, so that no class is held longer than its
 * loader lives.
 */
final class Plans {
  /** A class whose objects are copied so often is worth a copier of its own. */
  private static final int OFTEN = 1000;

  private final Set<String> immutable;
  private final int often;

  /** Held no longer than until the next time that the timer's thread looks. */
  private final Queue<BeanPlan> busy = new ConcurrentLinkedQueue<>();

  private final Queue<String> doubts = new ConcurrentLinkedQueue<>();

  private final PerClass<Plan> known =
      new PerClass<Plan>() {
        @Override
        protected Plan compute(Class<?> type) {
          try {
            Plan plan = find(type);
            return immutable.contains(type.getName())
                ? ClaimedPlan.of(type, plan, Plans.this)
                : plan;
          } catch (Uncapturable reason) {
            return refused(reason.reason());
          }
        }
      };

  Plans(Set<String> immutable) {
    this(immutable, OFTEN);
  }

  /** Plans that take so many copies of one class for often. */
  Plans(Set<String> immutable, int often) {
    this.immutable = immutable;
    this.often = often;
  }

  /** The plan of an object's class. */
  Plan of(Object live) {
    return known.get(live.getClass());
  }

  /** How many copies of one class are often. */
  int often() {
    return often;
  }

  /** Notes that objects of a class are copied often. Never waits. */
  void busy(BeanPlan plan) {
    busy.add(plan);
  }

  /** Gives the classes noted until now copiers of their own; not for the application's threads. */
  void hasten() {
    for (BeanPlan plan = busy.poll(); plan != null; plan = busy.poll()) {
      try {
        plan.hasten(this);
      } catch (Exception | LinkageError failure) {
        continue; // It goes on as before, only not as fast.
      }
    }
  }

  /** Notes that what configuration says of a class may be wrong. Never waits. */
  void doubt(String text) {
    doubts.add(text);
  }

  /** Gives what was noted since the last time. */
  void drainDoubts(Consumer<String> to) {
    for (String doubt = doubts.poll(); doubt != null; doubt = doubts.poll()) {
      to.accept(doubt);
    }
  }

  private static Plan refused(String reason) {
    return new Plan() {
      @Override
      Object build(Object live, Copying run) throws Uncapturable {
        throw new Uncapturable(reason);
      }
    };
  }

  private Plan find(Class<?> type) throws Uncapturable {
    if (type.isArray()) {
      return new ArrayPlan(type);
    }
    Shape shape = StandardShapes.ofInstances(type);
    if (shape.sharable() || isSharable(type)) {
      return Plan.REFERENCE;
    }
    if (Bystanders.is(type)) {
      return Guards.of(type);
    }
    if (isLambda(type)) {
      return CapturedPlan.of(type, "a lambda of " + interfaceOf(type), this);
    }
    if (Comparator.class.isAssignableFrom(type) && Origin.isJdk(type)) {
      return Collator.class.isAssignableFrom(type)
          ? new Shells(live -> ((Collator) live).clone())
          : CapturedPlan.of(type, type.getName(), this);
    }
    if (Throwable.class.isAssignableFrom(type)) {
      return new ThrowablePlan(type, this);
    }
    return Origin.isJdk(type) ? ofJdk(type, shape) : ofApplication(type, shape);
  }

  /** Objects that have an identity or code, but nothing that could change. */
  private static boolean isSharable(Class<?> type) {
    return isSingleton(type) || java.lang.annotation.Annotation.class.isAssignableFrom(type);
  }

  private static boolean isLambda(Class<?> type) {
    return type.isSynthetic() && type.getName().contains("$$Lambda");
  }

  private static String interfaceOf(Class<?> type) {
    Class<?>[] interfaces = type.getInterfaces();
    return interfaces.length == 0 ? type.getName() : interfaces[0].getName();
  }

  // Kotlin's and Scala's singleton objects are compared by identity.
  private static boolean isSingleton(Class<?> type) {
    for (String name : new String[] {"INSTANCE", "MODULE$"}) {
      try {
        Field only = type.getDeclaredField(name);
        int modifiers = only.getModifiers();
        if (only.getType() == type
            && Modifier.isStatic(modifiers)
            && Modifier.isFinal(modifiers)
            && !hasPublicConstructor(type)) {
          return true;
        }
      } catch (NoSuchFieldException | LinkageError none) {
        continue;
      }
    }
    return false;
  }

  private static boolean hasPublicConstructor(Class<?> type) {
    return type.getConstructors().length > 0;
  }

  private static Plan ofJdk(Class<?> type, Shape shape) throws Uncapturable {
    if (shape.kind() == Kind.SCALAR) {
      return new ScalarPlan(shape);
    }
    Plan known = JdkHolders.of(type);
    if (known == null && Collection.class.isAssignableFrom(type)) {
      known = JdkCollections.of(type);
    }
    if (known == null && Map.class.isAssignableFrom(type)) {
      known = JdkMaps.of(type);
    }
    if (known == null) {
      throw new Uncapturable(
          shape.kind() == Kind.OPAQUE ? shape.reason() : type.getName() + " cannot be copied");
    }
    return known;
  }

  private Plan ofApplication(Class<?> type, Shape shape) throws Uncapturable {
    if (CompletableFuture.class.isAssignableFrom(type)) {
      return JdkHolders.future();
    }
    Plan lazy = LazyPlan.of(type, shape);
    if (lazy != null) {
      return lazy;
    }
    if (shape.kind() == Kind.OPAQUE && !shape.isByMethods()) {
      throw new Uncapturable(shape.reason());
    }
    if (shape.kind() == Kind.SCALAR && !CharSequence.class.isAssignableFrom(type)) {
      return new ScalarPlan(shape);
    }
    if (RecordPlan.isRecord(type)) {
      return new RecordPlan(type);
    }
    Class<?> base = base(type);
    boolean hasElements =
        Collection.class.isAssignableFrom(base) || Map.class.isAssignableFrom(base);
    return hasElements && !ExtendedPlan.isEmptyBase(base)
        ? new ExtendedPlan(type, base, this)
        : new BeanPlan(type, base, this);
  }

  /** The nearest superclass that belongs to the JDK. */
  private static Class<?> base(Class<?> type) {
    Class<?> at = type;
    for (Class<?> above = type; above != null; above = above.getSuperclass()) {
      at = above;
      if (Origin.isJdk(above)) {
        break;
      }
    }
    return at;
  }

  /** A value of the JDK that can be changed. */
  private static final class ScalarPlan extends Plan {
    private final Shape shape;

    ScalarPlan(Shape shape) {
      this.shape = shape;
    }

    @Override
    @Nullable Object shell(Object live, Copying run) throws Uncapturable {
      run.bytes(shape.bytes(live));
      return shape.keep(live);
    }
  }
}
