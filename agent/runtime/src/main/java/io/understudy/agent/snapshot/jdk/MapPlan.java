package io.understudy.agent.snapshot.jdk;

import io.understudy.agent.snapshot.plan.CopyWalk;
import io.understudy.agent.snapshot.plan.Plan;
import io.understudy.value.Uncapturable;
import io.understudy.value.view.Unlocked;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Copies a map of the JDK: makes an empty one like the original, then fills it. */
final class MapPlan extends Plan {
  private final EmptyFactory emptyFactory;

  /** Makes an empty map like another one. */
  interface EmptyFactory {
    Map<?, ?> make(Map<?, ?> live, CopyWalk walk) throws Uncapturable;
  }

  MapPlan(EmptyFactory emptyFactory) {
    this.emptyFactory = emptyFactory;
  }

  @Override
  public Object shell(Object live, CopyWalk walk) throws Uncapturable {
    walk.checkRoom(Unlocked.entries((Map<?, ?>) live).size());
    return emptyFactory.make((Map<?, ?>) live, walk);
  }

  @Override
  @SuppressWarnings("unchecked")
  public void fill(Object live, Object copy, CopyWalk walk) throws Uncapturable {
    Map<@Nullable Object, @Nullable Object> to = (Map<@Nullable Object, @Nullable Object>) copy;
    Collection<Map.Entry<?, ?>> from = Unlocked.entries((Map<?, ?>) live);
    if (!ContainerFiller.oneByOne(from, to, walk)) {
      CopiedEntries entries = CopiedEntries.ofMap(from, walk);
      if (!walk.isPending()) {
        ContainerFiller.into(to, entries, walk);
      }
    }
  }
}
