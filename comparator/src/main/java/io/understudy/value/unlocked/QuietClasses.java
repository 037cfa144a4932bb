package io.understudy.value.unlocked;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * The collection and map classes of the JDK whose iterators and sizes call no method of any object
 * inside: no comparator, {@code hashCode}, {@code equals} or method of another collection. This
 * holds for objects of exactly these classes, and for views also if a subclass is behind them.
 */
final class QuietClasses {
  private static final Set<String> NAMES = new HashSet<>();

  static {
    add("java.util.", "ArrayList ArrayList$SubList Arrays$ArrayList LinkedList ArrayDeque");
    add("java.util.", "PriorityQueue HashSet LinkedHashSet RegularEnumSet JumboEnumSet");
    add("java.util.", "HashMap LinkedHashMap TreeMap IdentityHashMap EnumMap jar.Attributes");
    add("java.util.HashMap$", "KeySet Values EntrySet");
    add("java.util.LinkedHashMap$", "LinkedKeySet LinkedValues LinkedEntrySet");
    add("java.util.Hashtable$", "KeySet ValueCollection EntrySet");
    add("java.util.IdentityHashMap$", "KeySet Values EntrySet");
    add("java.util.EnumMap$", "KeySet Values EntrySet");
    add("java.util.Collections$", "EmptyList EmptySet EmptyMap SingletonList SingletonSet");
    add("java.util.Collections$", "SingletonMap CopiesList");
    add("java.util.ImmutableCollections$", "ListN List12 SubList SetN Set12 MapN Map1");
    add("java.util.concurrent.", "ConcurrentHashMap ConcurrentSkipListMap CopyOnWriteArrayList");
    add("java.util.concurrent.", "CopyOnWriteArraySet ConcurrentLinkedQueue LinkedTransferQueue");
    add("java.util.concurrent.", "ConcurrentLinkedDeque SynchronousQueue");
    add("java.lang.", "ProcessEnvironment$StringEnvironment");
  }

  private QuietClasses() {}

  private static void add(String prefix, String names) {
    for (String name : names.split(" ")) {
      NAMES.add(prefix + name);
    }
  }

  /** Whether the methods of objects of exactly this class call no code outside of the JDK. */
  static boolean contains(Class<?> type) {
    return type.getClassLoader() == null && NAMES.contains(type.getName());
  }

  /** All names, for the test that finds them in each JVM. */
  static Set<String> names() {
    return new HashSet<>(Arrays.asList(NAMES.toArray(new String[0])));
  }
}
