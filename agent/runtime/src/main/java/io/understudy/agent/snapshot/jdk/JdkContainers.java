package io.understudy.agent.snapshot.jdk;

import io.understudy.agent.snapshot.jdk.layout.Structure;
import io.understudy.agent.snapshot.jdk.table.ConcurrentTableStructure;
import io.understudy.agent.snapshot.jdk.table.HashTableStructure;
import io.understudy.agent.snapshot.jdk.table.HashtableStructure;
import io.understudy.agent.snapshot.jdk.table.IdentityTableStructure;
import io.understudy.agent.snapshot.jdk.table.WeakTableStructure;
import io.understudy.agent.snapshot.plan.Plan;
import io.understudy.agent.snapshot.plan.PlanSource;
import io.understudy.value.Uncapturable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedList;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.Vector;
import java.util.WeakHashMap;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.SynchronousQueue;
import org.jspecify.annotations.Nullable;

/**
 * Plans of the JDK's collections and maps, and of classes that extend them. A class with nodes, a
 * table or a lock has a {@link Structure}; all others are copied field by field. Stateless.
 */
final class JdkContainers {
  private static final Map<Class<?>, Structure> STRUCTURES = new HashMap<>();

  static {
    STRUCTURES.put(ArrayList.class, new ArrayListStructure());
    STRUCTURES.put(HashMap.class, new HashTableStructure(false, false));
    STRUCTURES.put(LinkedHashMap.class, new HashTableStructure(true, false));
    STRUCTURES.put(TreeMap.class, new TreeStructure(false));
    STRUCTURES.put(Hashtable.class, new HashtableStructure());
    STRUCTURES.put(WeakHashMap.class, new WeakTableStructure());
    STRUCTURES.put(IdentityHashMap.class, new IdentityTableStructure());
    STRUCTURES.put(EnumMap.class, new EnumMapStructure());
    STRUCTURES.put(ConcurrentHashMap.class, new ConcurrentTableStructure(false));
    STRUCTURES.put(ConcurrentSkipListMap.class, new SkipListStructure(false));
    STRUCTURES.put(Vector.class, ArrayStructure.vector());
    STRUCTURES.put(ArrayDeque.class, ArrayStructure.arrayDeque());
    STRUCTURES.put(PriorityQueue.class, ArrayStructure.priorityQueue());
    STRUCTURES.put(PriorityBlockingQueue.class, ArrayStructure.priorityBlockingQueue());
    STRUCTURES.put(ArrayBlockingQueue.class, ArrayStructure.arrayBlockingQueue());
    STRUCTURES.put(LinkedList.class, ChainStructure.linkedList());
    STRUCTURES.put(LinkedBlockingQueue.class, ChainStructure.linkedBlockingQueue());
    STRUCTURES.put(LinkedBlockingDeque.class, ChainStructure.linkedBlockingDeque());
    STRUCTURES.put(ConcurrentLinkedQueue.class, ChainStructure.concurrentLinkedQueue());
    STRUCTURES.put(ConcurrentLinkedDeque.class, ChainStructure.concurrentLinkedDeque());
    STRUCTURES.put(LinkedTransferQueue.class, ChainStructure.linkedTransferQueue());
    STRUCTURES.put(CopyOnWriteArrayList.class, HeldStructure.copyOnWriteArrayList());
    STRUCTURES.put(DelayQueue.class, HeldStructure.delayQueue());
  }

  private JdkContainers() {}

  /**
   * Returns the plan of a collection or map class of the JDK, or of a class that extends one.
   *
   * @throws Uncapturable if its objects cannot be copied
   */
  static Plan of(Class<?> type, PlanSource plans) throws Uncapturable {
    for (Class<?> at = type; at != null; at = at.getSuperclass()) {
      Structure structure = STRUCTURES.get(at);
      if (structure != null) {
        return new StructurePlan(type, at, structure, plans);
      }
    }
    String name = type.getName();
    if (name.startsWith("java.util.Collections$Empty")) {
      return Plan.REFERENCE;
    }
    if (isFixed(name)) {
      return new FixedPlan(type);
    }
    if (EnumSet.class.isAssignableFrom(type)) {
      return new FunctionPlan(live -> ((EnumSet<?>) live).clone());
    }
    if (type == SynchronousQueue.class) {
      return new FunctionPlan(live -> new SynchronousQueue<>());
    }
    if (name.startsWith("java.lang.ProcessEnvironment$")) {
      Plan detached = DetachedPlans.of(type);
      if (detached != null) {
        return detached; // A map of the process, which other code uses too.
      }
    }
    Plan view = SubListPlan.of(type, plans);
    view = view == null ? KeySetPlan.of(type, plans) : view;
    return view == null ? new FieldsPlan(type, plans) : view;
  }

  /** The plan of a copy that has only the keys of a map; null if the class has none. */
  static @Nullable Plan keysOf(Class<?> type, PlanSource plans) throws Uncapturable {
    Structure keys =
        type == HashMap.class || type == LinkedHashMap.class
            ? new HashTableStructure(type == LinkedHashMap.class, true)
            : type == TreeMap.class
                ? new TreeStructure(true)
                : type == ConcurrentHashMap.class
                    ? new ConcurrentTableStructure(true)
                    : type == ConcurrentSkipListMap.class ? new SkipListStructure(true) : null;
    return keys == null ? null : new StructurePlan(type, type, keys, plans);
  }

  private static boolean isFixed(String name) {
    return name.startsWith("java.util.ImmutableCollections$")
        || name.startsWith("java.util.Collections$Singleton")
        || name.equals("java.util.Collections$CopiesList");
  }
}
