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
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How the maps of the JDK are copied, class by class. */
final class JdkMaps {
  private static final Map<Class<?>, Plan> EXACT = new HashMap<>();

  static {
    EXACT.put(HashMap.class, new HashMapPlan());
    EXACT.put(TreeMap.class, SortedPlan.ofMap());
    put(ConcurrentHashMap.class, live -> new ConcurrentHashMap<>());
    EXACT.put(
        ConcurrentSkipListMap.class,
        new MapPlan(
            (live, walk) ->
                new ConcurrentSkipListMap<>(
                    ComparatorCopies.copy(
                        ((ConcurrentNavigableMap<?, ?>) live).comparator(), walk))));
  }

  private JdkMaps() {}

  private static void put(Class<?> type, Function<Map<?, ?>, Map<?, ?>> emptyLike) {
    EXACT.put(type, new MapPlan((live, walk) -> emptyLike.apply(live)));
  }

  /**
   * As many buckets as a table has that has grown to this size on its own, so that the copy gives
   * its elements in the same order.
   */
  static int buckets(int size) {
    return size <= 12 ? 16 : (int) Math.ceil(size / 0.75);
  }

  /** The plan of a map class of the JDK. */
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
      // Order of access, type of keys, defaults: only a clone keeps them.
      return new SubclassPlan(type, type, plans);
    }
    if (type == WeakHashMap.class) {
      return new Weak();
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

  /** A view of another map, or one of the JVM's own: its copy stands alone. */
  private static Plan view(Class<?> type) {
    return Objects.requireNonNull(
        ConcurrentNavigableMap.class.isAssignableFrom(type)
            ? EXACT.get(ConcurrentSkipListMap.class)
            : DetachedPlans.of(type));
  }

  private static boolean isView(String name) {
    return name.startsWith("java.util.") || name.startsWith("java.lang.ProcessEnvironment$");
  }

  /** Keys that are copies would be held by nobody, and be gone at once. */
  private static final class Weak extends Plan {
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
