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
    run.expected(((Map<?, ?>) live).size());
    return emptyLike.apply((Map<?, ?>) live);
  }

  @Override
  @SuppressWarnings("unchecked")
  void fill(Object live, Object copy, Copying run) throws Uncapturable {
    Entries entries = Entries.of((Map<?, ?>) live, run);
    if (!run.isPending()) {
      Filling.into((Map<@Nullable Object, @Nullable Object>) copy, entries, run);
    }
  }
}
