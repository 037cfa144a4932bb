package io.understudy.agent.snapshot.jdk;

import io.understudy.agent.snapshot.plan.CopyWalk;
import io.understudy.agent.snapshot.plan.Plan;
import io.understudy.value.Uncapturable;
import io.understudy.value.view.Unlocked;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Copies a {@code HashMap}, by far the most frequent map, in a loop of its own: the JIT compiler
 * sees only this class there.
 */
final class HashMapPlan extends Plan {
  @Override
  public Object shell(Object live, CopyWalk walk) throws Uncapturable {
    int size = ((HashMap<?, ?>) live).size();
    walk.checkRoom(size);
    return new HashMap<@Nullable Object, @Nullable Object>(JdkMaps.buckets(size));
  }

  @Override
  @SuppressWarnings("unchecked")
  public void fill(Object live, Object copy, CopyWalk walk) throws Uncapturable {
    HashMap<?, ?> from = (HashMap<?, ?>) live;
    HashMap<@Nullable Object, @Nullable Object> to =
        (HashMap<@Nullable Object, @Nullable Object>) copy;
    int counted = walk.meterElements(from.size());
    int read = 0;
    for (Map.Entry<?, ?> entry : from.entrySet()) {
      if (read++ == counted) {
        // Concurrent writes may have linked a bucket into a cycle, which the meter must end.
        counted += walk.meterElements(read);
      }
      Object key = entry.getKey();
      if (walk.copyPart(key) != key) {
        byKeysThatAreCopies(from, to, walk);
        return;
      }
      Object value = walk.copyPart(entry.getValue());
      if (!walk.isPending()) {
        to.put(key, value);
      }
    }
    if (!walk.isPending()) {
      ContainerFiller.check(to, to.size(), read);
    }
  }

  // Keys that are copies are hashed at the end, when they have their contents.
  private static void byKeysThatAreCopies(
      HashMap<?, ?> from, HashMap<@Nullable Object, @Nullable Object> to, CopyWalk walk)
      throws Uncapturable {
    CopiedEntries entries = CopiedEntries.ofMap(Unlocked.entries(from), walk);
    if (!walk.isPending()) {
      ContainerFiller.into(to, entries, walk);
    }
  }
}
