package io.understudy.agent.snapshot;

import io.understudy.value.Uncapturable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.SortedSet;
import java.util.Stack;
import java.util.TreeSet;
import java.util.Vector;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How the collections of the JDK are copied, class by class. */
final class JdkCollections {
  private static final Map<Class<?>, Plan> EXACT = new HashMap<>();

  static {
    put(ArrayList.class, live -> new ArrayList<>(live.size()));
    put(LinkedList.class, live -> new LinkedList<>());
    put(Vector.class, live -> new Vector<>());
    put(Stack.class, live -> new Stack<>());
    put(ArrayDeque.class, live -> new ArrayDeque<>(live.size()));
    put(HashSet.class, live -> new HashSet<>(JdkMaps.buckets(live.size())));
    put(LinkedHashSet.class, live -> new LinkedHashSet<>(JdkMaps.buckets(live.size())));
    put(TreeSet.class, live -> new TreeSet<>(((TreeSet<?>) live).comparator()));
    put(PriorityQueue.class, live -> queue((PriorityQueue<?>) live));
    put(CopyOnWriteArrayList.class, live -> new CopyOnWriteArrayList<>());
    put(CopyOnWriteArraySet.class, live -> new CopyOnWriteArraySet<>());
    put(ConcurrentLinkedQueue.class, live -> new ConcurrentLinkedQueue<>());
    put(ConcurrentLinkedDeque.class, live -> new ConcurrentLinkedDeque<>());
    put(LinkedTransferQueue.class, live -> new LinkedTransferQueue<>());
    put(
        ConcurrentSkipListSet.class,
        live -> new ConcurrentSkipListSet<>(((ConcurrentSkipListSet<?>) live).comparator()));
    put(
        PriorityBlockingQueue.class,
        live ->
            new PriorityBlockingQueue<>(
                Math.max(1, live.size()), ((PriorityBlockingQueue<?>) live).comparator()));
    put(
        LinkedBlockingQueue.class,
        live ->
            new LinkedBlockingQueue<>(
                room(live, ((LinkedBlockingQueue<?>) live).remainingCapacity())));
    put(
        LinkedBlockingDeque.class,
        live ->
            new LinkedBlockingDeque<>(
                room(live, ((LinkedBlockingDeque<?>) live).remainingCapacity())));
    put(
        ArrayBlockingQueue.class,
        live ->
            new ArrayBlockingQueue<>(
                room(live, ((ArrayBlockingQueue<?>) live).remainingCapacity())));
    put(ConcurrentHashMap.KeySetView.class, live -> ConcurrentHashMap.newKeySet());
  }

  private JdkCollections() {}

  private static void put(Class<?> type, Function<Collection<?>, Collection<?>> emptyLike) {
    EXACT.put(type, new CollectionPlan(type, emptyLike));
  }

  private static Collection<?> queue(PriorityQueue<?> live) {
    return new PriorityQueue<>(Math.max(1, live.size()), live.comparator());
  }

  private static int room(Collection<?> live, int remaining) {
    return remaining == Integer.MAX_VALUE ? remaining : Math.max(1, remaining + live.size());
  }

  /** The plan of a collection class of the JDK. */
  static Plan of(Class<?> type) throws Uncapturable {
    Plan exact = EXACT.get(type);
    if (exact != null) {
      return exact;
    }
    if (EnumSet.class.isAssignableFrom(type)) {
      return new Shells(live -> ((EnumSet<?>) live).clone());
    }
    Plan wrapped = Wrappers.of(type);
    if (wrapped != null) {
      return wrapped;
    }
    Plan fixed = FixedCollections.of(type);
    return fixed == null ? view(type) : fixed;
  }

  /** A view of another collection: its copy stands alone, with the same contents. */
  private static Plan view(Class<?> type) throws Uncapturable {
    String name = type.getName();
    if (!name.startsWith("java.util.") || name.contains("$Checked") || !isView(name)) {
      throw new Uncapturable(name + " cannot be copied");
    }
    if (SortedSet.class.isAssignableFrom(type)) {
      return new CollectionPlan(TreeSet.class, live -> sorted((SortedSet<?>) live));
    }
    return Set.class.isAssignableFrom(type)
        ? new CollectionPlan(LinkedHashSet.class, live -> new LinkedHashSet<>())
        : new CollectionPlan(ArrayList.class, live -> new ArrayList<>(live.size()));
  }

  @SuppressWarnings("unchecked")
  private static Collection<?> sorted(SortedSet<?> live) {
    return new TreeSet<>(((SortedSet<@Nullable Object>) live).comparator());
  }

  private static boolean isView(String name) {
    String last = name.substring(name.lastIndexOf('.') + 1);
    return last.contains("SubList")
        || last.contains("KeySet")
        || last.contains("Values")
        || last.contains("ValueCollection")
        || last.contains("EntrySet")
        || last.contains("SubSet")
        || last.contains("Reverse")
        || last.contains("DescendingSet");
  }
}
