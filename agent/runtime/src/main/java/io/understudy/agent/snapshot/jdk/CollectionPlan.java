package io.understudy.agent.snapshot.jdk;

import io.understudy.agent.snapshot.plan.CopyWalk;
import io.understudy.agent.snapshot.plan.Plan;
import io.understudy.value.Uncapturable;
import io.understudy.value.view.Unlocked;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Copies a collection of the JDK: makes an empty one like the original, then fills it. */
final class CollectionPlan extends Plan {
  private final EmptyFactory emptyFactory;

  private final boolean ordered;
  private final boolean isFilledAtOnce;

  /** Makes an empty collection like another one. */
  interface EmptyFactory {
    Collection<?> make(Collection<?> live, CopyWalk walk) throws Uncapturable;
  }

  /**
   * Creates the plan of a class.
   *
   * @param type the class of the copies
   */
  CollectionPlan(Class<?> type, EmptyFactory emptyFactory) {
    this.emptyFactory = emptyFactory;
    this.ordered = List.class.isAssignableFrom(type) || Deque.class.isAssignableFrom(type);
    // A copy-on-write collection is filled at once, since each change copies its elements.
    this.isFilledAtOnce = type.getSimpleName().startsWith("CopyOnWrite");
  }

  @Override
  public Object shell(Object live, CopyWalk walk) throws Uncapturable {
    walk.checkRoom(Unlocked.elements((Collection<?>) live).size());
    return emptyFactory.make((Collection<?>) live, walk);
  }

  @Override
  @SuppressWarnings("unchecked")
  public void fill(Object live, Object copy, CopyWalk walk) throws Uncapturable {
    Collection<@Nullable Object> to = (Collection<@Nullable Object>) copy;
    Collection<?> from = Unlocked.elements((Collection<?>) live);
    if (isFilledAtOnce || !ContainerFiller.oneByOne(from, to, ordered, walk)) {
      CopiedEntries entries = CopiedEntries.of(from, walk);
      if (!walk.isPending()) {
        ContainerFiller.into(to, ordered, entries, walk);
      }
    }
  }
}
