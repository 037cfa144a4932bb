package io.understudy.agent.snapshot.jdk;

import io.understudy.agent.snapshot.plan.CopyWalk;
import io.understudy.agent.snapshot.plan.Plan;
import io.understudy.value.Uncapturable;
import io.understudy.value.view.Unlocked;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Copies a sorted set or map to a {@code TreeSet} or {@code TreeMap}. The contents are sorted
 * already, so no comparator is called: it is application code, may hold a part that is pending, and
 * may take a lock, as a {@code Collator} does. The comparator is copied with its state, since the
 * application continues to use it.
 */
final class SortedPlan extends Plan {
  private final boolean map;

  private SortedPlan(boolean map) {
    this.map = map;
  }

  static Plan ofMap() {
    return new SortedPlan(true);
  }

  static Plan ofSet() {
    return new SortedPlan(false);
  }

  @Override
  @SuppressWarnings("unchecked")
  public Object shell(Object live, CopyWalk walk) throws Uncapturable {
    Object comparator =
        map ? ((SortedMap<?, ?>) live).comparator() : ((SortedSet<?>) live).comparator();
    Comparator<Object> own = (Comparator<Object>) walk.copySeparately(comparator);
    return map ? new TreeMap<Object, Object>(own) : new TreeSet<Object>(own);
  }

  @Override
  public void fill(Object live, Object copy, CopyWalk walk) throws Uncapturable {
    CopiedEntries entries =
        map
            ? CopiedEntries.ofMap(Unlocked.entries((Map<?, ?>) live), walk)
            : CopiedEntries.of(Unlocked.elements((Collection<?>) live), walk);
    if (!walk.isPending()) {
      put(copy, entries.copies);
    }
  }

  @SuppressWarnings("unchecked")
  private void put(Object copy, @Nullable Object[] sorted) {
    if (map) {
      TreeMap<Object, Object> to = (TreeMap<Object, Object>) copy;
      to.clear();
      to.putAll(new SortedEntries(sorted, to.comparator()));
    } else {
      TreeSet<Object> to = (TreeSet<Object>) copy;
      to.clear();
      to.addAll(new SortedElements(sorted, to.comparator()));
    }
  }
}
