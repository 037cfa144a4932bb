package io.understudy.agent.snapshot.jdk;

import io.understudy.agent.snapshot.plan.CopyWalk;
import io.understudy.agent.snapshot.plan.Plan;
import io.understudy.value.Uncapturable;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Copies the list that {@code Arrays.asList} returns: its elements can be set, but none added. */
final class ArrayAsListPlan extends Plan {
  @Override
  public Object shell(Object live, CopyWalk walk) throws Uncapturable {
    return Arrays.asList(new @Nullable Object[walk.meterElements(((List<?>) live).size())]);
  }

  @Override
  @SuppressWarnings("unchecked")
  public void fill(Object live, Object copy, CopyWalk walk) throws Uncapturable {
    List<@Nullable Object> to = (List<@Nullable Object>) copy;
    int i = 0;
    for (Iterator<?> each = ((List<?>) live).iterator(); each.hasNext(); i++) {
      to.set(i, walk.copyPart(each.next()));
    }
  }
}
