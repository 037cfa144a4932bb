package io.understudy.value.contents;

import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether the order of the elements of a collection counts. The type tells it for a list, a set and
 * a known bag. Any other collection, such as the values of a map, has the order of what it reads
 * from: {@code Collections.unmodifiableCollection(map.values())} has the order of the map, and a
 * hash table has none. Reads fields only; calls no method of a collection.
 */
public enum CollectionOrder {
  /** A list: the order counts. */
  LIST,
  /** A {@code java.util.Set}: the order does not count. */
  SET,
  /**
   * A bag: the collection promises no order, but may contain an element twice. Examples are the
   * values of a hash table, a heap and a multiset.
   */
  BAG,
  /** The order depends on the object below: a list or a bag. */
  DEPENDS;

  /**
   * The order of the collections of a class.
   *
   * @param names the names of the class and all its supertypes
   */
  public static CollectionOrder of(Class<?> type, Set<String> names) {
    if (Set.class.isAssignableFrom(type)) {
      return SET;
    }
    if (List.class.isAssignableFrom(type)
        || Deque.class.isAssignableFrom(type)
        || names.contains("java.util.SequencedCollection")) {
      return LIST;
    }
    if (OrderedTypes.isBag(names)) {
      return BAG;
    }
    if (isQueueOfJdk(type)) {
      return LIST;
    }
    return LayerFields.areAmong(type) || OrderedTypes.isWrapper(type) ? DEPENDS : LIST;
  }

  private static boolean isQueueOfJdk(Class<?> type) {
    return Queue.class.isAssignableFrom(type) && type.getName().startsWith("java.util.concurrent.");
  }

  /** Whether a collection whose class has the order {@link #DEPENDS} is a bag. */
  public static boolean isBag(Object collection) {
    return of(collection, Collections.newSetFromMap(new IdentityHashMap<>())) == BAG;
  }

  /** LIST or BAG; null where the object does not tell it. */
  private static @Nullable CollectionOrder of(Object at, Set<Object> seen) {
    if (!seen.add(at)) {
      return null;
    }
    Class<?> type = at.getClass();
    Set<String> names = OrderedTypes.names(type);
    CollectionOrder known = at instanceof Collection ? of(type, names) : DEPENDS;
    if (known == LIST || known == BAG) {
      return known;
    }
    if (OrderedTypes.isOrdered(names)) {
      return LIST;
    }
    CollectionOrder below = known == SET && !OrderedTypes.isWrapper(type) ? null : below(at, seen);
    if (below != null) {
      return below;
    }
    if (known == DEPENDS && at instanceof Collection) {
      // No order is lost: where nothing tells it, the elements are a list.
      return OrderedTypes.isWrapper(type) ? OrderedTypes.ofUnreadable((Collection<?>) at) : LIST;
    }
    return known == SET || at instanceof Map ? BAG : null;
  }

  private static @Nullable CollectionOrder below(Object at, Set<Object> seen) {
    CollectionOrder found = null;
    for (Object layer : LayerFields.valuesOf(at)) {
      CollectionOrder order = of(layer, seen);
      if (order == LIST) {
        return LIST;
      }
      found = order == null ? found : order;
    }
    return found;
  }
}
