package io.understudy.value.view;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Stack;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.Vector;
import java.util.WeakHashMap;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Collections and maps of the JDK in many states, each with the contents that {@link Unlocked} must
 * read. The test runs them in its own JVM; {@link #main} runs them in a JVM whose packages are
 * open.
 */
final class UnlockedCases {
  private static final String KEY = new String("key"); // Keeps the entry of a weak map alive.

  private final Map<String, Object> collections = new LinkedHashMap<>();
  private final Map<String, String> contents = new LinkedHashMap<>();

  UnlockedCases() {
    vectors();
    sublists();
    tables();
    weakMaps();
    queues();
    wrappers();
    reversed();
  }

  private void add(String name, Object collection, String expected) {
    if (collections.put(name, collection) != null) {
      throw new IllegalArgumentException("two cases " + name);
    }
    contents.put(name, expected);
  }

  /** The collections and maps by the names of the cases. */
  Map<String, Object> collections() {
    return collections;
  }

  /** The text that {@link #read} must return for a case. */
  String expected(String name) {
    return contents.getOrDefault(name, "no such case");
  }

  /** Reads a collection or map through {@link Unlocked}: its size and its contents. */
  static String read(Object live) {
    Collection<?> read =
        live instanceof Map
            ? Unlocked.entries((Map<?, ?>) live)
            : Unlocked.elements((Collection<?>) live);
    int size = read.size();
    List<Object> elements = new ArrayList<>();
    for (Iterator<?> each = read.iterator(); each.hasNext(); ) {
      elements.add(String.valueOf(each.next()));
    }
    return size + " " + elements;
  }

  /** Prints the cases that are read wrongly; arguments are not used. */
  public static void main(String[] arguments) {
    UnlockedCases cases = new UnlockedCases();
    cases.nestedWrappers();
    for (Map.Entry<String, Object> each : cases.collections.entrySet()) {
      String read = read(each.getValue());
      if (!read.equals(cases.expected(each.getKey()))) {
        System.out.println(
            each.getKey() + ": " + read + " instead of " + cases.expected(each.getKey()));
      }
    }
    System.out.println(cases.collections.size() + " cases");
  }

  @SuppressWarnings("JdkObsolete")
  private void vectors() {
    add("empty vector", new Vector<>(), "0 []");
    add("vector of null", new Vector<>(Collections.singletonList(null)), "1 [null]");
    Vector<Object> spare = new Vector<>(100);
    spare.add("a");
    spare.add("b");
    add("vector with free capacity", spare, "2 [a, b]");
    Vector<Object> shrunk = new Vector<>(Arrays.asList("a", "b", "c"));
    shrunk.remove(1);
    add("vector after removal", shrunk, "2 [a, c]");
    Vector<Object> cleared = new Vector<>(Arrays.asList("a", "b"));
    cleared.clear();
    add("cleared vector", cleared, "0 []");
    Vector<Object> resized = new Vector<>(Arrays.asList("a", "b", "c"));
    resized.setSize(4);
    add("vector with larger size", resized, "4 [a, b, c, null]");
    Stack<Object> stack = new Stack<>();
    stack.push("a");
    stack.push("b");
    add("stack", stack, "2 [a, b]");
  }

  @SuppressWarnings("JdkObsolete")
  private void sublists() {
    List<Object> five = new Vector<>(Arrays.asList("a", "b", "c", "d", "e"));
    add("empty sublist of vector", five.subList(2, 2), "0 []");
    add("whole sublist of vector", five.subList(0, 5), "5 [a, b, c, d, e]");
    add("sublist of vector", five.subList(1, 4), "3 [b, c, d]");
    add("sublist of sublist", five.subList(1, 5).subList(1, 3), "2 [c, d]");
    add("third sublist", five.subList(1, 5).subList(1, 4).subList(1, 2), "1 [d]");
    List<Object> growing = new Vector<>(Arrays.asList("a", "b", "c"));
    List<Object> part = growing.subList(1, 2);
    part.add("x");
    add("sublist that has grown", part, "2 [b, x]");
    add("sublist of ArrayList", new ArrayList<>(five).subList(1, 3), "2 [b, c]");
    add("sublist of LinkedList", new LinkedList<>(five).subList(1, 3), "2 [b, c]");
    CopyOnWriteArrayList<Object> copies = new CopyOnWriteArrayList<>(five);
    add("sublist of copy-on-write list", copies.subList(1, 3), "2 [b, c]");
    add("empty sublist of copy-on-write list", copies.subList(5, 5), "0 []");
    add("sublist of sublist of copies", copies.subList(1, 5).subList(1, 2), "1 [c]");
    add("copy-on-write list", copies, "5 [a, b, c, d, e]");
  }

  @SuppressWarnings("JdkObsolete")
  private void tables() {
    add("empty table", new Hashtable<>(), "0 []");
    add("table", new Hashtable<>(Collections.singletonMap("a", 1)), "1 [a=1]");
    Hashtable<Object, Object> changed = new Hashtable<>();
    for (int i = 0; i < 20; i++) {
      changed.put(i, -i);
    }
    for (int i = 1; i < 20; i++) {
      changed.remove(i);
    }
    add("table after removals", changed, "1 [0=0]");
    Hashtable<Object, Object> colliding = new Hashtable<>(1, 100);
    colliding.put("Aa", 1);
    colliding.put("BB", 2); // The same hash.
    add("table with one bucket", colliding, "2 [BB=2, Aa=1]");
    add("empty properties", new Properties(), "0 []");
    Properties properties = new Properties();
    properties.setProperty("a", "1");
    add("properties", properties, "1 [a=1]");
  }

  private void weakMaps() {
    add("empty weak map", new WeakHashMap<>(), "0 []");
    Map<Object, Object> one = new WeakHashMap<>();
    one.put(KEY, 1);
    add("weak map", one, "1 [key=1]");
    add("keys of weak map", one.keySet(), "1 [key]");
    add("values of weak map", one.values(), "1 [1]");
    add("entries of weak map", one.entrySet(), "1 [key=1]");
    Map<Object, Object> nullKey = new WeakHashMap<>();
    nullKey.put(null, "n");
    add("weak map with null key", nullKey, "1 [null=n]");
    Map<Object, Object> nullValue = new WeakHashMap<>();
    nullValue.put(KEY, null);
    add("weak map with null value", nullValue, "1 [key=null]");
  }

  private void queues() {
    add("empty ring", new ArrayBlockingQueue<>(3), "0 []");
    ArrayBlockingQueue<Object> full = new ArrayBlockingQueue<>(3);
    full.addAll(Arrays.asList("a", "b", "c"));
    add("full ring", full, "3 [a, b, c]");
    ArrayBlockingQueue<Object> wrapped = new ArrayBlockingQueue<>(3);
    wrapped.addAll(Arrays.asList("a", "b", "c"));
    wrapped.remove();
    wrapped.remove();
    wrapped.add("d");
    add("ring that wraps around", wrapped, "2 [c, d]");
    add("empty linked queue", new LinkedBlockingQueue<>(), "0 []");
    LinkedBlockingQueue<Object> linked = new LinkedBlockingQueue<>(Arrays.asList("a", "b", "c"));
    linked.remove();
    linked.remove("c");
    linked.add("d");
    add("linked queue after removals", linked, "2 [b, d]");
    add("empty deque", new LinkedBlockingDeque<>(), "0 []");
    LinkedBlockingDeque<Object> deque = new LinkedBlockingDeque<>(Arrays.asList("a", "b", "c"));
    deque.removeLast();
    deque.addFirst("z");
    add("deque with both ends changed", deque, "3 [z, a, b]");
    add("empty heap", new PriorityBlockingQueue<>(), "0 []");
    add("heap", new PriorityBlockingQueue<>(Collections.singletonList("a")), "1 [a]");
    PriorityBlockingQueue<Object> polled =
        new PriorityBlockingQueue<>(4, Comparator.comparing(String::valueOf));
    polled.addAll(Arrays.asList("c", "b", "a"));
    polled.remove();
    add("heap after removal", polled, "2 [b, c]");
    DelayQueue<Due> delays = new DelayQueue<>();
    add("empty delay queue", new DelayQueue<Due>(), "0 []");
    delays.add(new Due());
    add("delay queue", delays, "1 [due]");
  }

  private static final class Due implements Delayed {
    @Override
    public long getDelay(TimeUnit unit) {
      return 1;
    }

    @Override
    public int compareTo(Delayed other) {
      return 0;
    }

    @Override
    public String toString() {
      return "due";
    }
  }

  @SuppressWarnings("JdkObsolete")
  private void wrappers() {
    List<Object> list = Arrays.asList("a", "b");
    Map<Object, Object> map = new TreeMap<>(Collections.singletonMap("k", "v"));
    add("synchronized list", Collections.synchronizedList(new LinkedList<>(list)), "2 [a, b]");
    add(
        "synchronized collection",
        Collections.synchronizedCollection(new Vector<>(list)),
        "2 [a, b]");
    add("synchronized set", Collections.synchronizedSet(new LinkedHashSet<>(list)), "2 [a, b]");
    add(
        "synchronized sorted set",
        Collections.synchronizedSortedSet(new TreeSet<>(list)),
        "2 [a, b]");
    add("synchronized map", Collections.synchronizedMap(new HashMap<>(map)), "1 [k=v]");
    add(
        "synchronized sorted map",
        Collections.synchronizedSortedMap(new TreeMap<>(map)),
        "1 [k=v]");
    add("key set of synchronized map", Collections.synchronizedMap(map).keySet(), "1 [k]");
    add("unmodifiable list", Collections.unmodifiableList(list), "2 [a, b]");
    add("unmodifiable map", Collections.unmodifiableMap(map), "1 [k=v]");
    add("unmodifiable table", Collections.unmodifiableMap(new Hashtable<>(map)), "1 [k=v]");
    add("checked list", Collections.checkedList(new ArrayList<>(list), Object.class), "2 [a, b]");
    add(
        "checked map",
        Collections.checkedMap(new HashMap<>(map), Object.class, Object.class),
        "1 [k=v]");
    add(
        "wrapper of wrapper of vector",
        Collections.unmodifiableCollection(Collections.synchronizedList(new Vector<>(list))),
        "2 [a, b]");
    java.util.Set<Object> ofMap = Collections.newSetFromMap(new LinkedHashMap<>());
    ofMap.addAll(list);
    add("set from map", ofMap, "2 [a, b]");
    java.util.Set<Object> ofTable = Collections.newSetFromMap(new Hashtable<>());
    ofTable.add("a");
    add("set from table", ofTable, "1 [a]");
    add("empty set from map", Collections.newSetFromMap(new HashMap<>()), "0 []");
    add(
        "wrapper of set from map",
        Collections.unmodifiableSet(Collections.newSetFromMap(new HashMap<>())),
        "0 []");
    add("last-in-first-out queue", Collections.asLifoQueue(new ArrayDeque<>(list)), "2 [a, b]");
    add("queue of deque", Collections.asLifoQueue(new LinkedBlockingDeque<>(list)), "2 [a, b]");
    add("plain list", new ArrayList<>(list), "2 [a, b]");
    add("plain map", new LinkedHashMap<>(map), "1 [k=v]");
    add("empty list of the JDK", Collections.emptyList(), "0 []");
    add("empty map of the JDK", Collections.emptyMap(), "0 []");
  }

  /** Only for open packages: the methods of the wrappers would overflow the stack. */
  private void nestedWrappers() {
    List<Object> nested = Arrays.asList("a", "b");
    for (int i = 0; i < 100_000; i++) {
      nested = Collections.synchronizedList(nested);
    }
    add("very many wrappers", nested, "2 [a, b]");
  }

  /** Views by {@code List.reversed} and {@code Deque.reversed}, which exist since Java 21. */
  private void reversed() {
    List<Object> list = Arrays.asList("a", "b", "c");
    List<Collection<?>> all =
        Arrays.asList(
            new ArrayList<>(list),
            new Vector<>(list),
            new CopyOnWriteArrayList<>(list),
            new ArrayDeque<>(list),
            new LinkedBlockingDeque<>(list));
    for (Collection<?> each : all) {
      try {
        Object reversed =
            Class.forName("java.util.SequencedCollection").getMethod("reversed").invoke(each);
        add("reversed " + each.getClass().getSimpleName(), reversed, "3 [c, b, a]");
      } catch (ReflectiveOperationException before21) {
        return;
      }
    }
  }
}
