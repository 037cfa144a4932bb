package io.understudy.agent.snapshot;

import io.understudy.value.Uncapturable;
import io.understudy.value.Unlocked;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A map of the JDK, made empty like the original and then filled. */
final class MapPlan extends Plan {
  private final Empty emptyLike;

  /** Makes a map like another one, but empty. */
  interface Empty {
    Map<?, ?> like(Map<?, ?> live, Copying run) throws Uncapturable;
  }

  MapPlan(Empty emptyLike) {
    this.emptyLike = emptyLike;
  }

  @Override
  public Object shell(Object live, Copying run) throws Uncapturable {
    run.afford(Unlocked.entries((Map<?, ?>) live).size());
    return emptyLike.like((Map<?, ?>) live, run);
  }

  @Override
  @SuppressWarnings("unchecked")
  public void fill(Object live, Object copy, Copying run) throws Uncapturable {
    Map<@Nullable Object, @Nullable Object> to = (Map<@Nullable Object, @Nullable Object>) copy;
    Collection<Map.Entry<?, ?>> from = Unlocked.entries((Map<?, ?>) live);
    if (!Filling.oneByOne(from, to, run)) {
      Entries entries = Entries.ofMap(from, run);
      if (!run.isPending()) {
        Filling.into(to, entries, run);
      }
    }
  }
}
