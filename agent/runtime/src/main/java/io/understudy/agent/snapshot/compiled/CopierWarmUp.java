package io.understudy.agent.snapshot.compiled;

import io.understudy.agent.snapshot.plan.BeanCopier;
import io.understudy.agent.snapshot.plan.CopyWalk;
import io.understudy.agent.snapshot.plan.PlanSource;
import io.understudy.value.Bounds;
import io.understudy.value.FingerprintTable;
import io.understudy.value.Meter;
import io.understudy.value.Uncapturable;
import org.jspecify.annotations.Nullable;

/**
 * Runs a new copier on empty objects before the application's threads use it, so that its classes
 * are loaded and linked and its methods are compiled once.
 */
final class CopierWarmUp {
  /** More calls than the JVM needs to compile a method, fewer than it needs to optimise one. */
  private static final int ROUNDS = 300;

  private CopierWarmUp() {}

  static void of(BeanCopier copier, PlanSource plans) throws Uncapturable {
    for (int i = 0; i < ROUNDS; i++) {
      Meter meter = new Meter(Bounds.DEFAULT);
      Object from = copier.empty();
      Object to = copier.empty();
      copier.leaves(from, to);
      copier.open(from, to, new CopyWalk(plans, meter));
      @Nullable Object[] row = {from, to, null};
      copier.row(row, 0, new FingerprintTable(), meter);
    }
  }
}
