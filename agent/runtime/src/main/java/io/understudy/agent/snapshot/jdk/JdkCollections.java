package io.understudy.agent.snapshot.jdk;

import io.understudy.agent.snapshot.plan.CopyWalk;
import io.understudy.agent.snapshot.plan.Plan;
import io.understudy.value.Uncapturable;
import io.understudy.value.view.Unlocked;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
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
import java.util.concurrent.DelayQueue;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.function.Function;

/** Plans of the JDK's collections, class by class. Stateless. */
final class JdkCollections {
  private static final Map<Class<?>, Plan> EXACT = new HashMap<>();

  static {
    EXACT.put(ArrayList.class, new ArrayListPlan());
    put(LinkedList.class, live -> new LinkedList<>());
    put(Vector.class, live -> new Vector<>());
    put(Stack.class, live -> new Stack<>());
    put(ArrayDeque.class, live -> new ArrayDeque<>(live.size()));
    put(HashSet.class, live -> new HashSet<>(JdkMaps.buckets(live.size())));
    put(LinkedHashSet.class, live -> new LinkedHashSet<>(JdkMaps.buckets(live.size())));
    EXACT.put(TreeSet.class, SortedPlan.ofSet());
    plan(PriorityQueue.class, (live, walk) -> queue((PriorityQueue<?>) live, walk));
    put(CopyOnWriteArrayList.class, live -> new CopyOnWriteArrayList<>());
    put(CopyOnWriteArraySet.class, live -> new CopyOnWriteArraySet<>());
    put(ConcurrentLinkedQueue.class, live -> new ConcurrentLinkedQueue<>());
    put(ConcurrentLinkedDeque.class, live -> new ConcurrentLinkedDeque<>());
    put(LinkedTransferQueue.class, live -> new LinkedTransferQueue<>());
    plan(
        ConcurrentSkipListSet.class,
        (live, walk) ->
            new ConcurrentSkipListSet<>(
                ComparatorCopies.copy(((ConcurrentSkipListSet<?>) live).comparator(), walk)));
    plan(
        PriorityBlockingQueue.class,
        (live, walk) ->
            new PriorityBlockingQueue<>(
                Math.max(1, Unlocked.elements(live).size()),
                ComparatorCopies.copy(((PriorityBlockingQueue<?>) live).comparator(), walk)));
    put(LinkedBlockingQueue.class, live -> new LinkedBlockingQueue<>(QueueCapacity.of(live)));
    put(LinkedBlockingDeque.class, live -> new LinkedBlockingDeque<>(QueueCapacity.of(live)));
    plan(
        ArrayBlockingQueue.class,
        (live, walk) -> {
          int room = QueueCapacity.of(live);
          walk.meterBytes(8L * room); // The constructor allocates all of it.
          return new ArrayBlockingQueue<>(room);
        });
    put(DelayQueue.class, live -> new DelayQueue<>());
    plan(
        ConcurrentHashMap.KeySetView.class,
        (live, walk) ->
            ConcurrentHashMap.newKeySet(
                ConcurrentTableSize.capacity(
                    ((ConcurrentHashMap.KeySetView<?, ?>) live).getMap(), walk)));
  }

  private JdkCollections() {}

  private static void put(Class<?> type, Function<Collection<?>, Collection<?>> emptyFactory) {
    plan(type, (live, walk) -> emptyFactory.apply(live));
  }

  private static void plan(Class<?> type, CollectionPlan.EmptyFactory emptyFactory) {
    EXACT.put(type, new CollectionPlan(type, emptyFactory));
  }

  private static <T> Collection<T> queue(PriorityQueue<T> live, CopyWalk walk) throws Uncapturable {
    Comparator<? super T> own = ComparatorCopies.copy(live.comparator(), walk);
    return new PriorityQueue<>(Math.max(1, live.size()), own);
  }

  /** Returns the plan of a collection class of the JDK. */
  static Plan of(Class<?> type) throws Uncapturable {
    Plan exact = EXACT.get(type);
    if (exact != null) {
      return exact;
    }
    if (EnumSet.class.isAssignableFrom(type)) {
      return new FunctionPlan(live -> ((EnumSet<?>) live).clone());
    }
    Plan wrapped = WrapperPlans.of(type);
    if (wrapped != null) {
      return wrapped;
    }
    Plan fixed = ImmutablePlans.of(type);
    return fixed == null ? view(type) : fixed;
  }

  /** Returns the plan of a view: its copy is independent and has the same contents. */
  private static Plan view(Class<?> type) throws Uncapturable {
    String name = type.getName();
    if (!name.startsWith("java.util.") || !isView(name)) {
      throw new Uncapturable(name + " cannot be copied");
    }
    return Objects.requireNonNull(DetachedPlans.of(type));
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
