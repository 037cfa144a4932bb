package io.understudy.agent.snapshot.jdk;

import io.understudy.agent.snapshot.plan.CopyWalk;
import io.understudy.agent.snapshot.plan.Plan;
import io.understudy.value.Uncapturable;
import java.util.AbstractCollection;
import java.util.ArrayList;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * Copies an {@code ArrayList}, by far the most frequent collection: reads and writes its elements
 * as one block, and copies them as a {@linkplain CopyWalk#copyRow row}.
 */
final class ArrayListPlan extends Plan {
  /** Initial capacity; more is allocated after it is metered. */
  private static final int SMALL = 10;

  @Override
  public Object shell(Object live, CopyWalk walk) throws Uncapturable {
    return new ArrayList<@Nullable Object>(Math.min(SMALL, ((ArrayList<?>) live).size()));
  }

  @Override
  @SuppressWarnings("unchecked")
  public void fill(Object live, Object copy, CopyWalk walk) throws Uncapturable {
    ArrayList<?> from = (ArrayList<?>) live;
    Iterator<?> unchanged = from.iterator();
    walk.meterElements(from.size());
    @Nullable Object[] row = from.toArray();
    walk.copyRow(row);
    if (row.length > 0) {
      unchanged.next(); // Throws if another thread has changed the list since.
    }
    if (!walk.isPending()) {
      ArrayList<@Nullable Object> to = (ArrayList<@Nullable Object>) copy;
      to.clear();
      to.addAll(new Row(row));
    }
  }

  /** Gives {@code addAll} the existing array, without a copy. */
  private static final class Row extends AbstractCollection<@Nullable Object> {
    private final @Nullable Object[] row;

    Row(@Nullable Object[] row) {
      this.row = row;
    }

    @Override
    public @Nullable Object[] toArray() {
      return row;
    }

    @Override
    public int size() {
      return row.length;
    }

    @Override
    public Iterator<@Nullable Object> iterator() {
      return java.util.Arrays.asList(row).iterator();
    }
  }
}
