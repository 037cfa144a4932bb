package io.understudy.agent.snapshot;

import io.understudy.value.Uncapturable;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A collection of the JDK, made empty like the original and then filled. */
final class CollectionPlan extends Plan {
  private final Function<Collection<?>, Collection<?>> emptyLike;

  private final boolean ordered;
  private final boolean bulk;

  /**
   * The plan of a class.
   *
   * @param type the class of the copies
   */
  CollectionPlan(Class<?> type, Function<Collection<?>, Collection<?>> emptyLike) {
    this.emptyLike = emptyLike;
    this.ordered = List.class.isAssignableFrom(type) || Deque.class.isAssignableFrom(type);
    // One that copies itself at each change is filled at once.
    this.bulk = type.getSimpleName().startsWith("CopyOnWrite");
  }

  @Override
  Object shell(Object live, Copying run) throws Uncapturable {
    return emptyLike.apply((Collection<?>) live);
  }

  @Override
  @SuppressWarnings("unchecked")
  void fill(Object live, Object copy, Copying run) throws Uncapturable {
    Collection<@Nullable Object> to = (Collection<@Nullable Object>) copy;
    if (bulk || !Filling.oneByOne((Collection<?>) live, to, ordered, run)) {
      Entries entries = Entries.of((Collection<?>) live, run);
      if (!run.isPending()) {
        Filling.into(to, ordered, entries, run);
      }
    }
  }
}
