package io.understudy.agent.snapshot.jdk;

import io.understudy.agent.snapshot.plan.Plan;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * Plans of collections and maps that depend on another object, such as a view of a map or a
 * collection of a persistence library. The copy is a plain one with the same contents. Stateless.
 */
final class DetachedPlans {
  private DetachedPlans() {}

  /** Returns the plan of such a class; null if it is neither a collection nor a map. */
  static @Nullable Plan of(Class<?> type) {
    if (SortedMap.class.isAssignableFrom(type)) {
      return SortedPlan.ofMap();
    }
    if (Map.class.isAssignableFrom(type)) {
      return new MapPlan((live, walk) -> new LinkedHashMap<>());
    }
    if (SortedSet.class.isAssignableFrom(type)) {
      return SortedPlan.ofSet();
    }
    if (Set.class.isAssignableFrom(type)) {
      return new CollectionPlan(LinkedHashSet.class, (live, walk) -> new LinkedHashSet<>());
    }
    if (!Collection.class.isAssignableFrom(type)) {
      return null;
    }
    // LinkedList.reversed() returns a Deque.
    return Deque.class.isAssignableFrom(type)
        ? new CollectionPlan(LinkedList.class, (live, walk) -> new LinkedList<>())
        : new CollectionPlan(ArrayList.class, (live, walk) -> new ArrayList<>());
  }
}
