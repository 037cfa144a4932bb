package io.understudy.agent.snapshot;

import io.understudy.agent.call.Site;
import io.understudy.agent.snapshot.compiled.BeanCompiler;
import io.understudy.agent.snapshot.constant.ConstantSearch;
import io.understudy.agent.snapshot.constant.InstanceControl;
import io.understudy.agent.snapshot.jdk.JdkPlans;
import io.understudy.agent.snapshot.plan.CopyWalk;
import io.understudy.agent.snapshot.plan.Plan;
import io.understudy.agent.snapshot.plan.PlanSource;
import io.understudy.value.Kind;
import io.understudy.value.NonCopyableTypes;
import io.understudy.value.NonStateTypes;
import io.understudy.value.NonValueType;
import io.understudy.value.Origin;
import io.understudy.value.RemovableClassValue;
import io.understudy.value.Uncapturable;
import io.understudy.value.shape.Shape;
import io.understudy.value.view.StandardShapes;
import java.lang.annotation.Annotation;
import java.text.Collator;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Finds the plan of each class, once. A {@code ClassValue} keeps the plan. The plan refers only to
 * its class and to the declared types of its fields, so it keeps no class longer than its loader
 * lives. Thread-safe.
 */
final class ClassPlans implements PlanSource {
  /** After so many copies, a class gets a copier of its own. */
  private static final int COPIES_TO_COMPILE = 1000;

  private final Set<String> immutable;

  private final BeanCompiler beans;

  /** The woven controls. */
  private volatile Supplier<Collection<Site>> controls = Collections::emptyList;

  private final Queue<String> doubts = new ConcurrentLinkedQueue<>();

  private final RemovableClassValue<Plan> known =
      new RemovableClassValue<Plan>() {
        @Override
        protected Plan compute(Class<?> type) {
          try {
            Plan plan = find(type);
            return immutable.contains(type.getName())
                ? DeclaredImmutablePlan.of(type, plan, ClassPlans.this)
                : plan;
          } catch (Uncapturable reason) {
            return refused(reason.reason());
          }
        }
      };

  ClassPlans(Set<String> immutable) {
    this(immutable, COPIES_TO_COMPILE);
  }

  /** Creates plans that compile a copier after {@code often} copies of one class. */
  ClassPlans(Set<String> immutable, int copiesToCompile) {
    this.immutable = immutable;
    this.beans = new BeanCompiler(this, copiesToCompile);
  }

  @Override
  public Plan of(Object live) {
    return known.get(live.getClass());
  }

  @Override
  public Collection<Site> controls() {
    return controls.get();
  }

  /** Tells where the woven controls are; call it before the first copy. */
  void controls(Supplier<Collection<Site>> woven) {
    controls = woven;
  }

  /**
   * Compiles copiers for the classes that are copied often. Must not run on the application's
   * threads.
   */
  void compile() {
    beans.compile();
  }

  /** Records that the configuration may be wrong about a class. Never blocks. */
  void addDoubt(String text) {
    doubts.add(text);
  }

  /** Passes on the doubts recorded since the last call. */
  void drainDoubts(Consumer<String> to) {
    for (String doubt = doubts.poll(); doubt != null; doubt = doubts.poll()) {
      to.accept(doubt);
    }
  }

  private static Plan refused(String reason) {
    return new Plan() {
      @Override
      public Object build(Object live, CopyWalk walk) throws Uncapturable {
        throw new Uncapturable(reason);
      }
    };
  }

  private Plan find(Class<?> type) throws Uncapturable {
    if (type.isArray()) {
      return new ArrayPlan(type);
    }
    Shape shape = StandardShapes.ofInstances(type);
    if (shape.sharable() || Annotation.class.isAssignableFrom(type)) {
      return Plan.REFERENCE;
    }
    if (NonStateTypes.is(type)) {
      return LockPlans.of(type);
    }
    if (isLambda(type)) {
      return LambdaPlan.of(type, "a lambda of " + interfaceOf(type), this);
    }
    if (isComparatorOfJdk(type)) {
      return JdkPlans.comparator(type);
    }
    if (type == Object.class) {
      return Plan.REFERENCE; // It has nothing but its identity. The plans of fields know locks.
    }
    return Origin.isJdk(type) ? ofJdk(type, shape) : ofApplication(type, shape);
  }

  private Plan ofJdk(Class<?> type, Shape shape) throws Uncapturable {
    String reason = NonCopyableTypes.reason(type);
    if (reason != null) {
      throw new Uncapturable(reason);
    }
    return Throwable.class.isAssignableFrom(type)
        ? JdkPlans.throwable(type, this)
        : JdkPlans.of(type, shape, this);
  }

  // A collator is a comparator too, but its fields are state and not captured variables.
  private static boolean isComparatorOfJdk(Class<?> type) {
    return Comparator.class.isAssignableFrom(type)
        && Origin.isJdk(type)
        && !Collator.class.isAssignableFrom(type);
  }

  private static boolean isLambda(Class<?> type) {
    return type.isSynthetic() && type.getName().contains("$$Lambda");
  }

  private static String interfaceOf(Class<?> type) {
    Class<?>[] interfaces = type.getInterfaces();
    return interfaces.length == 0 ? type.getName() : interfaces[0].getName();
  }

  private Plan ofApplication(Class<?> type, Shape shape) throws Uncapturable {
    if (CompletableFuture.class.isAssignableFrom(type)) {
      return JdkPlans.future();
    }
    Plan lazy = LazyPlan.of(type, shape);
    if (lazy != null) {
      return lazy;
    }
    if (InstanceControl.isStateless(type)
        && !InstanceControl.isLock(type)
        && NonValueType.reason(type, Origin.names(type)) == null) {
      return Plan.REFERENCE;
    }
    if (shape.kind() == Kind.OPAQUE && !shape.isByMethods()) {
      throw new Uncapturable(shape.reason());
    }
    String reason = NonCopyableTypes.reason(type);
    if (reason != null && !NonCopyableTypes.mayBeShared(type)) {
      throw new Uncapturable(reason);
    }
    Plan others = reason == null ? copying(type, shape) : new FinalizablePlan(reason, this);
    return ConstantSearch.sharing(type, others, this);
  }

  /** Returns the plan of objects that are no constants. */
  private Plan copying(Class<?> type, Shape shape) {
    try {
      return byFields(type, shape);
    } catch (Uncapturable refused) {
      return refused(refused.reason());
    }
  }

  private Plan byFields(Class<?> type, Shape shape) throws Uncapturable {
    if (Throwable.class.isAssignableFrom(type)) {
      return JdkPlans.throwable(type, this);
    }
    if (shape.kind() == Kind.SCALAR && !CharSequence.class.isAssignableFrom(type)) {
      return JdkPlans.value(shape);
    }
    Class<?> base = jdkSuperclass(type);
    if (JdkPlans.keepsElements(base)) {
      return JdkPlans.extended(type, base, this);
    }
    Plan copying = beans.plan(type, JdkPlans.isStateless(base) ? base : Object.class);
    boolean byIdentity = isRecord(base) || InstanceControl.of(type);
    Plan sharing =
        byIdentity && !InstanceControl.isLock(type) ? ImmutableLeavesPlan.of(type, copying) : null;
    return sharing == null ? copying : sharing;
  }

  // Records came with Java 16.
  private static boolean isRecord(Class<?> base) {
    return base.getName().equals("java.lang.Record");
  }

  /** Returns the nearest superclass that belongs to the JDK. */
  private static Class<?> jdkSuperclass(Class<?> type) {
    Class<?> at = type;
    for (Class<?> above = type; above != null; above = above.getSuperclass()) {
      at = above;
      if (Origin.isJdk(above)) {
        break;
      }
    }
    return at;
  }
}
