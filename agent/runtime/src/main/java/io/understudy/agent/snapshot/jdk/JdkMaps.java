package io.understudy.agent.snapshot.jdk;

import io.understudy.agent.snapshot.plan.CopyWalk;
import io.understudy.agent.snapshot.plan.Plan;
import io.understudy.agent.snapshot.plan.PlanSource;
import io.understudy.value.Uncapturable;
import io.understudy.value.view.Unlocked;
import java.lang.reflect.Modifier;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/** Plans of the JDK's maps, class by class. Stateless. */
final class JdkMaps {
  private static final Map<Class<?>, Plan> EXACT = new HashMap<>();

  static {
    EXACT.put(HashMap.class, new HashMapPlan());
    EXACT.put(TreeMap.class, SortedPlan.ofMap());
    EXACT.put(
        ConcurrentHashMap.class,
        new MapPlan(
            (live, walk) ->
                new ConcurrentHashMap<>(
                    ConcurrentTableSize.capacity((ConcurrentHashMap<?, ?>) live, walk))));
    EXACT.put(
        ConcurrentSkipListMap.class,
        new MapPlan(
            (live, walk) ->
                new ConcurrentSkipListMap<>(
                    ComparatorCopies.copy(
                        ((ConcurrentNavigableMap<?, ?>) live).comparator(), walk))));
  }

  private JdkMaps() {}

  /**
   * Returns the initial capacity for {@code size} elements that gives the same number of buckets as
   * a table that has grown to this size, so that the copy iterates in the same order.
   */
  static int buckets(int size) {
    return size <= 12 ? 16 : (int) Math.ceil(size / 0.75);
  }

  /** Returns the plan of a map class of the JDK. */
  static Plan of(Class<?> type, PlanSource plans) throws Uncapturable {
    Plan exact = EXACT.get(type);
    if (exact != null) {
      return exact;
    }
    if (type == LinkedHashMap.class
        || type == EnumMap.class
        || type == IdentityHashMap.class
        || type == Hashtable.class
        || type == Properties.class) {
      // Only a clone keeps the order of access, the type of keys and the defaults.
      return new SubclassPlan(type, type, plans);
    }
    if (type == WeakHashMap.class) {
      return new WeakHashMapPlan();
    }
    Plan wrapped = WrapperPlans.of(type);
    Plan known = wrapped == null ? ImmutablePlans.of(type) : wrapped;
    if (known != null) {
      return known;
    }
    if (!Modifier.isPublic(type.getModifiers()) && isView(type.getName())) {
      return view(type);
    }
    throw new Uncapturable(type.getName() + " cannot be copied");
  }

  /** Returns the plan of a view of another map, or of a map of the JVM: its copy is independent. */
  private static Plan view(Class<?> type) {
    return Objects.requireNonNull(
        ConcurrentNavigableMap.class.isAssignableFrom(type)
            ? EXACT.get(ConcurrentSkipListMap.class)
            : DetachedPlans.of(type));
  }

  private static boolean isView(String name) {
    return name.startsWith("java.util.") || name.startsWith("java.lang.ProcessEnvironment$");
  }

  /**
   * Refuses keys that must be copied: no strong reference would hold the copies, so the map would
   * lose them.
   */
  private static final class WeakHashMapPlan extends Plan {
    @Override
    public Object shell(Object live, CopyWalk walk) {
      return new WeakHashMap<@Nullable Object, @Nullable Object>();
    }

    @Override
    @SuppressWarnings("unchecked")
    public void fill(Object live, Object copy, CopyWalk walk) throws Uncapturable {
      CopiedEntries entries = CopiedEntries.ofMap(Unlocked.entries((Map<?, ?>) live), walk);
      if (!entries.keysSame) {
        throw new Uncapturable("java.util.WeakHashMap has keys that would have to be copied");
      }
      if (!walk.isPending()) {
        ContainerFiller.into((WeakHashMap<@Nullable Object, @Nullable Object>) copy, entries, walk);
      }
    }
  }
}
