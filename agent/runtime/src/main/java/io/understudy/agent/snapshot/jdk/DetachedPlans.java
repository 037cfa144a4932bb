package io.understudy.agent.snapshot.jdk;

import io.understudy.agent.snapshot.plan.CopyWalk;
import io.understudy.agent.snapshot.plan.Plan;
import io.understudy.value.Bounds;
import io.understudy.value.Meter;
import io.understudy.value.Uncapturable;
import io.understudy.value.view.Unlocked;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Plans of collections and maps that depend on another object, such as a collection of a
 * persistence library. The copy is a plain one with the same contents. Stateless.
 *
 * <p>Sets and maps are filled on the pool: that calls the hash codes and comparators of the copies.
 */
final class DetachedPlans {
  private DetachedPlans() {}

  /** Returns the plan of such a class; null if it is neither a collection nor a map. */
  static @Nullable Plan of(Class<?> type) {
    if (SortedMap.class.isAssignableFrom(type)) {
      return new SortedPlan(true);
    }
    if (SortedSet.class.isAssignableFrom(type)) {
      return new SortedPlan(false);
    }
    if (Map.class.isAssignableFrom(type)) {
      return new MapPlan();
    }
    if (!Collection.class.isAssignableFrom(type)) {
      return null;
    }
    if (Set.class.isAssignableFrom(type)) {
      return new CollectionPlan(LinkedHashSet::new, true);
    }
    // LinkedList.reversed() returns a Deque.
    return Deque.class.isAssignableFrom(type)
        ? new CollectionPlan(LinkedList::new, false)
        : new CollectionPlan(ArrayList::new, false);
  }

  private static List<@Nullable Object> elements(Collection<?> live, CopyWalk walk)
      throws Uncapturable {
    List<@Nullable Object> copies = new ArrayList<>();
    for (Object element : Unlocked.elements(live)) {
      walk.meterElements(1);
      copies.add(walk.copyPart(element));
    }
    return copies;
  }

  /** Copies entries: key, value, key, value and so on. */
  private static List<@Nullable Object> entries(Map<?, ?> live, CopyWalk walk) throws Uncapturable {
    List<@Nullable Object> copies = new ArrayList<>();
    for (Map.Entry<?, ?> entry : Unlocked.entries(live)) {
      walk.meterElements(1);
      copies.add(walk.copyPart(entry.getKey()));
      copies.add(walk.copyPart(entry.getValue()));
    }
    return copies;
  }

  private static final class CollectionPlan extends Plan {
    private final Supplier<Collection<@Nullable Object>> empty;
    private final boolean hashed;

    CollectionPlan(Supplier<Collection<@Nullable Object>> empty, boolean hashed) {
      this.empty = empty;
      this.hashed = hashed;
    }

    @Override
    public Object shell(Object live, CopyWalk walk) {
      return empty.get();
    }

    @Override
    @SuppressWarnings("unchecked")
    public void fill(Object live, Object copy, CopyWalk walk) throws Uncapturable {
      List<@Nullable Object> copies = elements((Collection<?>) live, walk);
      Collection<@Nullable Object> to = (Collection<@Nullable Object>) copy;
      if (walk.isPending()) {
        return;
      }
      if (hashed) {
        walk.completeLater(() -> to.addAll(copies));
      } else {
        to.addAll(copies);
      }
    }
  }

  private static final class MapPlan extends Plan {
    @Override
    public Object shell(Object live, CopyWalk walk) {
      return new LinkedHashMap<@Nullable Object, @Nullable Object>();
    }

    @Override
    @SuppressWarnings("unchecked")
    public void fill(Object live, Object copy, CopyWalk walk) throws Uncapturable {
      List<@Nullable Object> copies = entries((Map<?, ?>) live, walk);
      Map<@Nullable Object, @Nullable Object> to = (Map<@Nullable Object, @Nullable Object>) copy;
      if (!walk.isPending()) {
        walk.completeLater(
            () -> {
              for (int i = 0; i < copies.size(); i += 2) {
                to.put(copies.get(i), copies.get(i + 1));
              }
            });
      }
    }
  }

  /** The contents are sorted already, so no comparator is called. */
  private static final class SortedPlan extends Plan {
    private final boolean map;

    SortedPlan(boolean map) {
      this.map = map;
    }

    @Override
    @SuppressWarnings("unchecked")
    public Object shell(Object live, CopyWalk walk) throws Uncapturable {
      Object comparator =
          map ? ((SortedMap<?, ?>) live).comparator() : ((SortedSet<?>) live).comparator();
      Comparator<Object> own = (Comparator<Object>) copied(comparator, walk);
      return map ? new TreeMap<Object, Object>(own) : new TreeSet<Object>(own);
    }

    private static @Nullable Object copied(@Nullable Object comparator, CopyWalk walk)
        throws Uncapturable {
      if (comparator == null) {
        return null;
      }
      CopyWalk own = walk.another(new Meter(Bounds.DEFAULT));
      Object copy = own.copyArgument(comparator, own.planOf(comparator));
      own.finish();
      return copy;
    }

    @Override
    @SuppressWarnings("unchecked")
    public void fill(Object live, Object copy, CopyWalk walk) throws Uncapturable {
      List<@Nullable Object> copies =
          map ? entries((Map<?, ?>) live, walk) : elements((Collection<?>) live, walk);
      if (walk.isPending()) {
        return;
      }
      if (map) {
        TreeMap<Object, Object> to = (TreeMap<Object, Object>) copy;
        to.clear();
        to.putAll(new SortedEntries(copies.toArray(), to.comparator()));
      } else {
        TreeSet<Object> to = (TreeSet<Object>) copy;
        to.clear();
        to.addAll(sortedSet(copies, to.comparator()));
      }
    }

    /** A sorted set of its own, which {@code TreeSet.addAll} adds without comparisons. */
    @SuppressWarnings("unchecked")
    private static Collection<Object> sortedSet(
        List<@Nullable Object> sorted, @Nullable Comparator<? super Object> comparator) {
      @Nullable Object[] pairs = new @Nullable Object[2 * sorted.size()];
      for (int i = 0; i < sorted.size(); i++) {
        pairs[2 * i] = sorted.get(i);
      }
      TreeMap<Object, Object> keys = new TreeMap<>(comparator);
      keys.putAll(new SortedEntries(pairs, comparator));
      return sorted.isEmpty() ? Collections.emptySet() : keys.keySet();
    }
  }
}
