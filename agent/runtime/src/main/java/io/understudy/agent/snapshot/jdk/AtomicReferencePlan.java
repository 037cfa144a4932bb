package io.understudy.agent.snapshot.jdk;

import io.understudy.agent.snapshot.plan.CopyWalk;
import io.understudy.agent.snapshot.plan.Plan;
import io.understudy.value.Uncapturable;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Copies an {@code AtomicReference}. */
final class AtomicReferencePlan extends Plan {
  @Override
  public Object shell(Object live, CopyWalk walk) {
    return new AtomicReference<@Nullable Object>();
  }

  @Override
  @SuppressWarnings("unchecked")
  public void fill(Object live, Object copy, CopyWalk walk) throws Uncapturable {
    ((AtomicReference<@Nullable Object>) copy)
        .set(walk.copyPart(((AtomicReference<?>) live).get()));
  }
}
