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
    Map<?, ?> like(Map<?, ?> live, Copying walk) throws Uncapturable;
  }

  MapPlan(Empty emptyLike) {
    this.emptyLike = emptyLike;
  }

  @Override
  public Object shell(Object live, Copying walk) throws Uncapturable {
    walk.afford(Unlocked.entries((Map<?, ?>) live).size());
    return emptyLike.like((Map<?, ?>) live, walk);
  }

  @Override
  @SuppressWarnings("unchecked")
  public void fill(Object live, Object copy, Copying walk) throws Uncapturable {
    Map<@Nullable Object, @Nullable Object> to = (Map<@Nullable Object, @Nullable Object>) copy;
    Collection<Map.Entry<?, ?>> from = Unlocked.entries((Map<?, ?>) live);
    if (!Filling.oneByOne(from, to, walk)) {
      Entries entries = Entries.ofMap(from, walk);
      if (!walk.isPending()) {
        Filling.into(to, entries, walk);
      }
    }
  }
}
