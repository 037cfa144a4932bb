package io.understudy.agent.snapshot;

import io.understudy.agent.snapshot.plan.CopyWalk;
import io.understudy.agent.snapshot.plan.Plan;
import io.understudy.value.Meter;
import io.understudy.value.Uncapturable;
import java.util.Collections;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Makes live copies of arguments: objects of the same classes with the same contents, which share
 * nothing with the originals that either side could change. The candidate is called with them.
 *
 * <p>Each class has a plan, found at its first object and kept by the class (so it goes when the
 * class goes). Fields are read and written by method handles; no constructor of the application is
 * called but the canonical ones of Java records. Immutable values, functions without captured
 * variables and comparators are handed on as they are. Shared references and cycles are kept.
 * Thread-safe.
 */
public final class Copier {
  private final ClassPlans plans;

  /** Shares nothing but what is known to be immutable. */
  public Copier() {
    this(Collections.emptySet());
  }

  /**
   * Shares objects of further classes, where they can be seen not to change.
   *
   * @param immutable class names, as {@code Class.getName()} gives them
   */
  public Copier(Set<String> immutable) {
    this(new ClassPlans(immutable));
  }

  /**
   * Gives what was found since the last time to speak against what is said to be immutable, one
   * sentence each; not for the application's threads.
   */
  public void drainDoubts(Consumer<String> to) {
    plans.drainDoubts(to);
  }

  Copier(ClassPlans plans) {
    this.plans = plans;
  }

  /**
   * Copies arguments, together: what two of them share, their copies share.
   *
   * @param live the arguments; not changed
   * @param meter what this may cost
   * @return a new array of the same length
   * @throws Uncapturable when one cannot be copied faithfully, or a bound is passed; the reason
   *     names classes, never values
   */
  public @Nullable Object[] copy(@Nullable Object[] live, Meter meter) throws Uncapturable {
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
        if (plan.byReference()) {
          copies[i] = argument;
          continue;
        }
        if (walk == null) {
          walk = new CopyWalk(plans, meter);
        }
        copies[i] = walk.argument(argument, plan);
      }
    }
    if (walk != null) {
      walk.finish();
    }
    return copies;
  }

  /**
   * Gives classes whose objects are copied often copiers of their own, which the JIT compiler sees
   * through. To be called now and then, by a thread of the agent.
   */
  public void compile() {
    plans.compile();
  }
}
