package io.understudy.agent.snapshot;

import io.understudy.agent.call.CopyCompletion;
import io.understudy.agent.call.Site;
import io.understudy.agent.snapshot.compiled.Allocation;
import io.understudy.agent.snapshot.plan.CopyWalk;
import io.understudy.agent.snapshot.plan.Plan;
import io.understudy.value.Meter;
import io.understudy.value.PrivateCopies;
import io.understudy.value.Uncapturable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes live copies of arguments, with which the candidate is called. A copy has the same class and
 * the same contents, and shares no mutable object with the original.
 *
 * <p>Each class has a plan. The first object of the class creates it, and it is collected together
 * with the class. Handles read and write the fields. No constructor and no method of the
 * application runs, except by the completion of the copies on the pool. Immutable values and
 * functions without captured variables are shared. Shared references and cycles are kept.
 * Thread-safe.
 */
public final class Copier {
  private final ClassPlans plans;

  /** Creates a copier that shares only objects that are known to be immutable. */
  public Copier() {
    this(Collections.emptySet());
  }

  /**
   * Creates a copier that also shares objects of further classes, after a check that they cannot
   * change.
   *
   * @param immutable binary class names, as {@code Class.getName()} returns them
   */
  public Copier(Set<String> immutable) {
    this(new ClassPlans(immutable));
  }

  /**
   * Passes on the evidence, found since the last call, that a class declared as immutable is not;
   * one sentence for each class. Must not run on the application's threads.
   */
  public void drainDoubts(Consumer<String> to) {
    plans.drainDoubts(to);
  }

  /**
   * Tells where the woven controls are: constants that their code mentions are not copied. Call it
   * before the first copy.
   */
  public void controls(Supplier<Collection<Site>> woven) {
    plans.controls(woven);
  }

  Copier(ClassPlans plans) {
    this.plans = plans;
  }

  /**
   * Copies arguments together: if two arguments share an object, their copies share its copy.
   *
   * @param live the arguments; not changed
   * @param meter limits the cost of the copy
   * @return a new array of the same length
   * @throws Uncapturable if an argument cannot be copied faithfully, or a bound is exceeded; the
   *     reason names classes, never values
   */
  public @Nullable Object[] copy(@Nullable Object[] live, Meter meter) throws Uncapturable {
    List<CopyCompletion> completions = new ArrayList<>(0);
    @Nullable Object[] copies = copy(live, meter, completions::add);
    for (CopyCompletion completion : completions) {
      completion.complete();
    }
    return copies;
  }

  /**
   * Copies arguments together, as {@link #copy(Object[], Meter)} does, but leaves the last steps to
   * another thread: these call code of the application with the copies, or allocate large tables.
   *
   * @param later receives at most one completion, which must run before the copies are used
   */
  public @Nullable Object[] copy(
      @Nullable Object[] live, Meter meter, Consumer<CopyCompletion> later) throws Uncapturable {
    @Nullable Object[] copies = new @Nullable Object[live.length];
    CopyWalk walk = null;
    for (int i = 0; i < live.length; i++) {
      Object argument = live[i];
      if (argument == null) {
        continue;
      }
      if (argument instanceof String) {
        meter.text((String) argument);
        copies[i] = argument;
      } else {
        Plan plan = plans.of(argument);
        if (plan.isShared()) {
          copies[i] = argument;
          continue;
        }
        if (walk == null) {
          walk = new CopyWalk(plans, meter);
        }
        copies[i] = walk.copyArgument(argument, plan);
      }
    }
    if (walk != null) {
      walk.finish();
      if (!walk.completions().isEmpty()) {
        later.accept(new CopySteps(walk.completions()));
      }
    }
    return copies;
  }

  /**
   * Starts copies of single objects that share the copies of their common parts.
   *
   * @param meter limits the cost of all of them
   */
  public PrivateCopies.Session begin(Meter meter) {
    CopyWalk walk = new CopyWalk(plans, meter);
    return new PrivateCopies.Session() {
      @Override
      public Object copy(Object live) throws Uncapturable {
        Plan plan = plans.of(live);
        return plan.isShared() ? live : walk.copyArgument(live, plan);
      }

      @Override
      public PrivateCopies.@Nullable LastSteps finish() throws Uncapturable {
        walk.finish();
        return walk.completions().isEmpty() ? null : new CopySteps(walk.completions())::complete;
      }
    };
  }

  /**
   * Compiles copiers for classes whose objects are copied often; the JIT compiler can inline these
   * copiers. A thread of the agent calls this periodically.
   */
  public void compile() {
    plans.compile();
  }

  /**
   * Makes an object of a class without its constructors, for trial runs of code that reads it.
   *
   * @return an object whose fields are null, zero and false; null if the JVM does not allow it
   */
  public static @Nullable Object empty(Class<?> type) {
    try {
      return Allocation.of(type).make();
    } catch (Uncapturable refused) {
      return null;
    }
  }
}
