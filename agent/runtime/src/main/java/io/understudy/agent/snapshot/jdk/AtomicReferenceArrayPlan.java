package io.understudy.agent.snapshot.jdk;

import io.understudy.agent.snapshot.plan.CopyWalk;
import io.understudy.agent.snapshot.plan.Plan;
import io.understudy.value.Uncapturable;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/** Copies an {@code AtomicReferenceArray}. */
final class AtomicReferenceArrayPlan extends Plan {
  @Override
  public Object shell(Object live, CopyWalk walk) throws Uncapturable {
    int length = walk.meterElements(((AtomicReferenceArray<?>) live).length());
    return new AtomicReferenceArray<@Nullable Object>(length);
  }

  @Override
  @SuppressWarnings("unchecked")
  public void fill(Object live, Object copy, CopyWalk walk) throws Uncapturable {
    AtomicReferenceArray<@Nullable Object> to = (AtomicReferenceArray<@Nullable Object>) copy;
    for (int i = 0; i < to.length(); i++) {
      to.set(i, walk.copyPart(((AtomicReferenceArray<?>) live).get(i)));
    }
  }
}
