package io.understudy.agent.snapshot.compiled;

import io.understudy.agent.snapshot.plan.BeanCopier;
import io.understudy.agent.snapshot.plan.BeanPlan;
import io.understudy.agent.snapshot.plan.Plan;
import io.understudy.agent.snapshot.plan.PlanSource;
import io.understudy.value.InstanceFields;
import io.understudy.value.Uncapturable;
import io.understudy.value.compiled.ConstantLoader;
import io.understudy.value.shape.ScalarFields;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Makes the plans of application classes that are copied field by field. Classes that are copied
 * often get a copier of their own, which the JIT compiler can inline. Thread-safe.
 */
public final class BeanCompiler {
  private final PlanSource plans;
  private final int copiesToCompile;

  /** Classes that wait for the next {@link #compile}. */
  private final Queue<FrequentClass> frequent = new ConcurrentLinkedQueue<>();

  /** A class that is copied often. Immutable. */
  private static final class FrequentClass {
    final BeanPlan plan;
    final CopierParts parts;

    FrequentClass(BeanPlan plan, CopierParts parts) {
      this.plan = plan;
      this.parts = parts;
    }
  }

  /**
   * Creates a compiler without classes.
   *
   * @param plans finds the plans of field values
   * @param copiesToCompile number of copies after which a class gets a copier of its own
   */
  public BeanCompiler(PlanSource plans, int copiesToCompile) {
    this.plans = plans;
    this.copiesToCompile = copiesToCompile;
  }

  /**
   * Returns the plan of a class.
   *
   * @param base a superclass of it; the fields declared below this superclass are copied
   * @throws Uncapturable if a field cannot be read or set, or no object can be made
   */
  public Plan plan(Class<?> type, Class<?> base) throws Uncapturable {
    List<Field> all = InstanceFields.opened(type, base);
    List<Field> open = new ArrayList<>(all);
    open.removeAll(ScalarFields.among(all));
    boolean flat = open.isEmpty();
    for (Field leaf : ScalarFields.among(all)) {
      if (ScalarFields.mayExcept(leaf)) {
        open.add(leaf);
      }
    }
    CopierParts parts =
        new CopierParts(
            type,
            Allocation.of(type),
            LeafCopies.of(type, all),
            FieldCopies.of(type, open, plans),
            flat,
            16 + 6 * all.size());
    return new BeanPlan(
        flat,
        parts.bytes,
        plan ->
            new CountingCopier(
                parts, copiesToCompile, () -> frequent.add(new FrequentClass(plan, parts))));
  }

  /**
   * Compiles copiers for the classes that are now copied often. Must not run on the application's
   * threads. If it fails for a class, the slower copier stays in use.
   */
  public void compile() {
    for (FrequentClass next = frequent.poll(); next != null; next = frequent.poll()) {
      try {
        BeanCopier copier =
            (BeanCopier)
                new ConstantLoader(BeanCompiler.class, next.parts).instance("ConstantCopier");
        CopierWarmUp.of(copier, plans);
        next.plan.copyBy(copier);
      } catch (Exception | LinkageError failure) {
        continue;
      }
    }
  }
}
