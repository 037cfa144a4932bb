package io.understudy.agent.snapshot;

import io.understudy.value.Uncapturable;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A map of the JDK, made empty like the original and then filled. */
final class MapPlan extends Plan {
  private final Function<Map<?, ?>, Map<?, ?>> emptyLike;

  MapPlan(Function<Map<?, ?>, Map<?, ?>> emptyLike) {
    this.emptyLike = emptyLike;
  }

  @Override
  Object shell(Object live, Copying run) throws Uncapturable {
    return emptyLike.apply((Map<?, ?>) live);
  }

  @Override
  @SuppressWarnings("unchecked")
  void fill(Object live, Object copy, Copying run) throws Uncapturable {
    Map<@Nullable Object, @Nullable Object> to = (Map<@Nullable Object, @Nullable Object>) copy;
    if (!Filling.oneByOne((Map<?, ?>) live, to, run)) {
      Entries entries = Entries.of((Map<?, ?>) live, run);
      if (!run.isPending()) {
        Filling.into(to, entries, run);
      }
    }
  }
}
