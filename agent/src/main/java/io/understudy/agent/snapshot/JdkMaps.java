package io.understudy.agent.snapshot;

import io.understudy.value.Uncapturable;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How the maps of the JDK are copied, class by class. */
final class JdkMaps {
  private static final Map<Class<?>, Plan> EXACT = new HashMap<>();

  static {
    put(HashMap.class, live -> new HashMap<>(buckets(live.size())));
    put(TreeMap.class, live -> sorted((SortedMap<?, ?>) live));
    put(ConcurrentHashMap.class, live -> new ConcurrentHashMap<>());
    put(
        ConcurrentSkipListMap.class,
        live -> new ConcurrentSkipListMap<>(((ConcurrentSkipListMap<?, ?>) live).comparator()));
  }

  private JdkMaps() {}

  private static void put(Class<?> type, Function<Map<?, ?>, Map<?, ?>> emptyLike) {
    EXACT.put(type, new MapPlan(emptyLike));
  }

  /**
   * As many buckets as a table has that has grown to this size on its own, so that the copy gives
   * its elements in the same order.
   */
  static int buckets(int size) {
    return size <= 12 ? 16 : (int) Math.ceil(size / 0.75);
  }

  @SuppressWarnings("unchecked")
  private static Map<?, ?> sorted(SortedMap<?, ?> live) {
    return new TreeMap<>(((SortedMap<@Nullable Object, ?>) live).comparator());
  }

  /** The plan of a map class of the JDK. */
  static Plan of(Class<?> type) throws Uncapturable {
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
      return new ExtendedPlan(type, type, NONE);
    }
    if (type == WeakHashMap.class) {
      return new Weak();
    }
    Plan wrapped = Wrappers.of(type);
    Plan known = wrapped == null ? FixedCollections.of(type) : wrapped;
    if (known != null) {
      return known;
    }
    if (SortedMap.class.isAssignableFrom(type) && type.getName().startsWith("java.util.TreeMap$")) {
      return new MapPlan(live -> sorted((SortedMap<?, ?>) live)); // A view; its copy stands alone.
    }
    throw new Uncapturable(type.getName() + " cannot be copied");
  }

  private static final Plans NONE = new Plans(java.util.Collections.emptySet());

  /** Keys that are copies would be held by nobody, and be gone at once. */
  private static final class Weak extends Plan {
    @Override
    Object shell(Object live, Copying run) {
      return new WeakHashMap<@Nullable Object, @Nullable Object>();
    }

    @Override
    @SuppressWarnings("unchecked")
    void fill(Object live, Object copy, Copying run) throws Uncapturable {
      Entries entries = Entries.of((Map<?, ?>) live, run);
      if (!entries.keysSame) {
        throw new Uncapturable("java.util.WeakHashMap has keys that would have to be copied");
      }
      if (!run.isPending()) {
        Filling.into((WeakHashMap<@Nullable Object, @Nullable Object>) copy, entries, run);
      }
    }
  }
}
