package io.understudy.agent.snapshot;

import io.understudy.value.Uncapturable;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A collection of the JDK, made empty like the original and then filled. */
final class CollectionPlan extends Plan {
  private final Function<Collection<?>, Collection<?>> emptyLike;

  CollectionPlan(Function<Collection<?>, Collection<?>> emptyLike) {
    this.emptyLike = emptyLike;
  }

  @Override
  Object shell(Object live, Copying run) throws Uncapturable {
    run.expected(((Collection<?>) live).size());
    return emptyLike.apply((Collection<?>) live);
  }

  @Override
  @SuppressWarnings("unchecked")
  void fill(Object live, Object copy, Copying run) throws Uncapturable {
    Entries entries = Entries.of((Collection<?>) live, run);
    if (!run.isPending()) {
      boolean ordered = copy instanceof List || copy instanceof java.util.Deque;
      Filling.into((Collection<@Nullable Object>) copy, ordered, entries, run);
    }
  }
}
