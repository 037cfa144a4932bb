package io.understudy.agent.snapshot.compiled;

import io.understudy.agent.snapshot.plan.BeanCopier;
import io.understudy.agent.snapshot.plan.BeanPlan;
import io.understudy.agent.snapshot.plan.Plan;
import io.understudy.agent.snapshot.plan.PlanSource;
import io.understudy.value.InstanceFields;
import io.understudy.value.Uncapturable;
import io.understudy.value.shape.ScalarFields;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Makes the plans of the application's classes that are copied field by field, and gives those that
 * are copied often a copier of their own, which the JIT compiler sees through. Thread-safe.
 */
public final class BeanCompiler {
  private final PlanSource plans;
  private final int often;

  /** Held no longer than until the next {@link #compile}. */
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
   * A compiler without classes.
   *
   * @param plans finds the plans of what fields hold
   * @param often a class whose objects were copied so many times gets a copier of its own
   */
  public BeanCompiler(PlanSource plans, int often) {
    this.plans = plans;
    this.often = often;
  }

  /**
   * The plan of a class.
   *
   * @param base a superclass of it; the fields below it are copied
   * @throws Uncapturable when some of them cannot be read or set, or no object can be made
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
            Allocation.of(type, base),
            LeafCopies.of(type, all),
            FieldCopies.of(type, open, plans),
            flat,
            16 + 6 * all.size());
    return new BeanPlan(
        flat,
        parts.bytes,
        plan ->
            new CountingCopier(parts, often, () -> frequent.add(new FrequentClass(plan, parts))));
  }

  /**
   * Gives the classes that have come to be copied often copiers of their own; not for the
   * application's threads. Where that fails the class is copied as before, only more slowly.
   */
  public void compile() {
    for (FrequentClass next = frequent.poll(); next != null; next = frequent.poll()) {
      try {
        BeanCopier constant = new CopierLoader(next.parts).copier();
        CopierWarmUp.of(constant, plans);
        next.plan.copyBy(constant);
      } catch (Exception | LinkageError failure) {
        continue;
      }
    }
  }
}
