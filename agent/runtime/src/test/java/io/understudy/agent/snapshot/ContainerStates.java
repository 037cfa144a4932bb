package io.understudy.agent.snapshot;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.lang.reflect.Method;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Hashtable;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.PriorityQueue;
import java.util.Properties;
import java.util.Random;
import java.util.Stack;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.Vector;
import java.util.WeakHashMap;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Every collection and map of the JDK, in every state that shows in its iteration or look-ups. */
final class ContainerStates {
  /** Keeps the keys of weak maps reachable. */
  private static final List<Object> KEPT = new ArrayList<>();

  private final Map<String, Object> cases = new LinkedHashMap<>();
  private final Random random;

  private ContainerStates(long seed) {
    random = new Random(seed);
  }

  /** Returns the containers by name; the same ones for the same seed. */
  static Map<String, Object> of(long seed) throws Exception {
    ContainerStates states = new ContainerStates(seed);
    states.maps();
    states.collections();
    states.views();
    states.newerClasses();
    return states.cases;
  }

  private Object key(int kind, int number) {
    Object key = newKey(kind, number);
    KEPT.add(key);
    return key;
  }

  private static Object newKey(int kind, int number) {
    switch (kind) {
      case 0:
        return number;
      case 1:
        return "text " + number;
      default:
        return new ContainerKeys.Key(number);
    }
  }

  private void maps() throws Exception {
    List<Supplier<Map<Object, Object>>> empty =
        Arrays.asList(
            HashMap::new,
            LinkedHashMap::new,
            () -> new LinkedHashMap<>(4, 0.5f, true),
            TreeMap::new,
            () -> new TreeMap<>(new ContainerKeys.Counting()),
            Hashtable::new,
            ConcurrentHashMap::new,
            ConcurrentSkipListMap::new,
            () -> new ConcurrentSkipListMap<>(new ContainerKeys.Counting()),
            WeakHashMap::new,
            Properties::new);
    for (int kind = 0; kind < 3; kind++) {
      for (Supplier<Map<Object, Object>> type : empty) {
        states(type, kind);
      }
    }
    for (int room : new int[] {0, 1, 3, 100, 1024, 1 << 15}) {
      sized(new HashMap<>(room), room);
      sized(new LinkedHashMap<>(room), room);
      sized(new Hashtable<>(room), room);
      sized(new ConcurrentHashMap<>(room), room);
      sized(new WeakHashMap<>(room), room);
      sized(new IdentityHashMap<>(room), room);
    }
    treeified();
    Map<Object, Object> withNulls = new HashMap<>();
    withNulls.put(null, 1);
    withNulls.put("a", null);
    withNulls.put(-1, "negative");
    withNulls.put(Integer.MIN_VALUE, "least");
    add("null keys", withNulls);
    add("null keys in a linked map", new LinkedHashMap<>(withNulls));
    add("null keys in a weak map", new WeakHashMap<>(withNulls));
    add("null keys in an identity map", new IdentityHashMap<>(withNulls));
    EnumMap<TimeUnit, Object> units = new EnumMap<>(TimeUnit.class);
    units.put(TimeUnit.DAYS, "d");
    units.put(TimeUnit.HOURS, null);
    add("enum map", units);
    Properties defaults = new Properties(new Properties());
    defaults.setProperty("a", "b");
    add("properties with defaults", defaults);
  }

  private void states(Supplier<Map<Object, Object>> type, int kind) throws Exception {
    String name = type.get().getClass().getSimpleName() + " of kind " + kind + ", ";
    Map<Object, Object> grown = type.get();
    for (int i = 0; i < 100; i++) {
      grown.put(key(kind, random.nextInt(1000)), i);
    }
    add(name + "grown", grown);
    Map<Object, Object> shrunk = type.get();
    shrunk.putAll(grown);
    List<Object> keys = new ArrayList<>(grown.keySet());
    keys.subList(5, keys.size()).forEach(shrunk::remove);
    add(name + "shrunk", shrunk);
    Map<Object, Object> again = type.get();
    again.putAll(grown);
    again.put(keys.get(0), again.remove(keys.get(0)));
    again.get(keys.get(7));
    add(name + "inserted again", again);
    add(name + "empty", type.get());
    if (grown instanceof Serializable) {
      add(name + "deserialised", deserialised(shrunk));
    }
    if (grown instanceof Cloneable) {
      add(name + "cloned", grown.getClass().getMethod("clone").invoke(shrunk));
    }
    if (grown instanceof HashMap) {
      Map<Object, Object> three = type.get();
      keys.subList(0, 3).forEach(key -> three.put(key, key.toString()));
      add(name + "of three", new HashMap<>(three));
    }
  }

  private static Object deserialised(Object live) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new ObjectOutputStream(bytes).writeObject(live);
    return new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();
  }

  private void sized(Map<Object, Object> map, int room) {
    for (int i = 0; i < 5; i++) {
      map.put(Integer.valueOf(random.nextInt(128)), "v" + i); // Cached, so also equal by identity.
    }
    add(map.getClass().getSimpleName() + " with room for " + room, map);
  }

  private void treeified() {
    for (Supplier<Map<Object, Object>> type :
        Arrays.<Supplier<Map<Object, Object>>>asList(
            () -> new HashMap<>(256),
            () -> new LinkedHashMap<>(256),
            () -> new ConcurrentHashMap<>(256))) {
      String name = type.get().getClass().getSimpleName() + " with trees of ";
      Map<Object, Object> comparable = type.get();
      Map<Object, Object> others = type.get();
      Map<Object, Object> texts = type.get();
      for (int i = 0; i < 40; i++) {
        comparable.put(new ContainerKeys.Key(7 * random.nextInt(1000)), i);
        others.put(new ContainerKeys.Colliding(random.nextInt(1000)), i);
        texts.put(collidingText(i), i);
      }
      add(name + "comparable keys", comparable);
      add(name + "keys without order", others);
      add(name + "texts", texts);
      Map<Object, Object> few = type.get();
      few.putAll(comparable);
      new ArrayList<>(comparable.keySet()).subList(9, comparable.size()).forEach(few::remove);
      add(name + "few keys", few);
    }
  }

  private static String collidingText(int number) {
    StringBuilder text = new StringBuilder();
    for (int bit = 0; bit < 6; bit++) {
      text.append((number >> bit & 1) == 0 ? "Aa" : "BB");
    }
    return text.toString();
  }

  private void collections() throws Exception {
    List<Supplier<Collection<Object>>> empty =
        Arrays.asList(
            ArrayList::new,
            LinkedList::new,
            Vector::new,
            Stack::new,
            ArrayDeque::new,
            HashSet::new,
            LinkedHashSet::new,
            TreeSet::new,
            () -> new TreeSet<>(new ContainerKeys.Counting()),
            PriorityQueue::new,
            () -> new PriorityQueue<>(3, new ContainerKeys.Counting()),
            CopyOnWriteArrayList::new,
            CopyOnWriteArraySet::new,
            ConcurrentLinkedQueue::new,
            ConcurrentLinkedDeque::new,
            LinkedTransferQueue::new,
            LinkedBlockingQueue::new,
            LinkedBlockingDeque::new,
            () -> new LinkedBlockingQueue<>(200),
            () -> new ArrayBlockingQueue<>(200, true),
            PriorityBlockingQueue::new,
            () -> new PriorityBlockingQueue<>(3, new ContainerKeys.Counting()),
            ConcurrentSkipListSet::new,
            ConcurrentHashMap::newKeySet,
            () -> Collections.newSetFromMap(new LinkedHashMap<>()),
            () -> Collections.asLifoQueue(new ArrayDeque<>()));
    for (int kind = 0; kind < 3; kind++) {
      for (Supplier<Collection<Object>> type : empty) {
        String name = type.get().getClass().getSimpleName() + " of kind " + kind + ", ";
        Collection<Object> grown = type.get();
        for (int i = 0; i < 100; i++) {
          grown.add(key(kind, random.nextInt(1000)));
        }
        add(name + "grown", grown);
        Collection<Object> shrunk = type.get();
        shrunk.addAll(grown);
        List<Object> elements = new ArrayList<>(grown);
        elements.subList(5, elements.size()).forEach(shrunk::remove);
        shrunk.add(elements.get(9));
        add(name + "shrunk", shrunk);
        add(name + "empty", type.get());
        if (grown instanceof Serializable) {
          add(name + "deserialised", deserialised(shrunk));
        }
      }
    }
    add("enum set", EnumSet.of(TimeUnit.DAYS, TimeUnit.SECONDS));
    add("full enum set", EnumSet.allOf(TimeUnit.class));
    add("array as list", Arrays.asList(1, "two", null));
    add("copies", Collections.nCopies(3, new ArrayList<>(Collections.singleton("x"))));
    add("singleton", Collections.singletonList(new ContainerKeys.Key(1)));
    add("singleton set", Collections.singleton(new ContainerKeys.Key(1)));
    add(
        "singleton map",
        Collections.singletonMap(new ContainerKeys.Key(1), new ContainerKeys.Key(2)));
  }

  private Map<Object, Object> filled(Map<Object, Object> map) {
    for (int i = 0; i < 20; i++) {
      ContainerKeys.Key key = new ContainerKeys.Key(random.nextInt(100));
      KEPT.add(key);
      map.put(key, new ContainerKeys.Key(i));
    }
    return map;
  }

  private void views() {
    for (Supplier<Map<Object, Object>> type :
        Arrays.<Supplier<Map<Object, Object>>>asList(
            HashMap::new,
            LinkedHashMap::new,
            TreeMap::new,
            Hashtable::new,
            ConcurrentHashMap::new,
            ConcurrentSkipListMap::new,
            WeakHashMap::new)) {
      String name = type.get().getClass().getSimpleName();
      add("keys of " + name, filled(type.get()).keySet());
      add("values of " + name, filled(type.get()).values());
      add("entries of " + name, filled(type.get()).entrySet());
      add("unmodifiable " + name, Collections.unmodifiableMap(filled(type.get())));
      add("synchronized " + name, Collections.synchronizedMap(filled(type.get())));
      add(
          "checked " + name,
          Collections.checkedMap(filled(type.get()), Object.class, Object.class));
      if (type.get() instanceof NavigableMap) {
        NavigableMap<Object, Object> map = (NavigableMap<Object, Object>) filled(type.get());
        add("descending " + name, map.descendingMap());
        add(
            "part of " + name,
            map.subMap(new ContainerKeys.Key(10), true, new ContainerKeys.Key(90), false));
        add("keys of a part of " + name, map.headMap(new ContainerKeys.Key(80)).keySet());
        add("descending keys of " + name, map.descendingKeySet());
      }
    }
    List<Object> numbers = new ArrayList<>(Arrays.asList(5, 4, 3, 2, 1, 0, 1, 2));
    add("sub-list", new ArrayList<>(numbers).subList(2, 6));
    add("sub-list of a sub-list", new ArrayList<>(numbers).subList(1, 7).subList(1, 4));
    add("sub-list of a vector", new Vector<>(numbers).subList(2, 6));
    add("sub-list of a linked list", new LinkedList<>(numbers).subList(2, 6));
    add("sub-list of a copy on write", new CopyOnWriteArrayList<>(numbers).subList(2, 6));
    add("sub-list of an array", Arrays.asList(1, 2, 3, 4).subList(1, 3));
    add("unmodifiable list", Collections.unmodifiableList(new ArrayList<>(numbers)));
    add("synchronized list", Collections.synchronizedList(new LinkedList<>(numbers)));
    add("descending set", new TreeSet<>(numbers).descendingSet());
    add("part of a set", new TreeSet<>(numbers).subSet(1, true, 4, true));
    add("part of a skip list", new ConcurrentSkipListSet<>(numbers).tailSet(2));
  }

  /** Classes that came after Java 8. */
  private void newerClasses() throws Exception {
    Object[] keys = {new ContainerKeys.Key(1), "two", 3, new ContainerKeys.Key(4), "five"};
    for (Class<?> type : new Class<?>[] {List.class, java.util.Set.class}) {
      for (int size = 0; size <= keys.length; size++) {
        Method of = method(type, "of", Object[].class);
        if (of != null) {
          Object[] some = Arrays.copyOf(keys, size);
          add(type.getSimpleName() + " of " + size, of.invoke(null, (Object) some));
        }
      }
    }
    Method copyOf = method(Map.class, "copyOf", Map.class);
    if (copyOf != null) {
      add("Map.copyOf", copyOf.invoke(null, filled(new HashMap<>())));
      add(
          "Map.copyOf one",
          copyOf.invoke(null, Collections.singletonMap(new ContainerKeys.Key(1), "v")));
    }
    for (Object sequenced :
        new Object[] {
          new ArrayList<>(Arrays.asList(1, 2, 3)),
          new LinkedList<>(Arrays.asList(1, 2, 3)),
          new ArrayDeque<>(Arrays.asList(1, 2, 3)),
          new LinkedHashSet<>(Arrays.asList(1, 2, 3)),
          new TreeSet<>(Arrays.asList(1, 2, 3)),
          filled(new LinkedHashMap<>()),
          filled(new TreeMap<>())
        }) {
      Method reversed =
          sequenced instanceof Map
              ? method(sequenced.getClass(), "reversed")
              : method(Collection.class.cast(sequenced).getClass(), "reversed");
      if (reversed != null) {
        add("reversed " + sequenced.getClass().getSimpleName(), reversed.invoke(sequenced));
      }
    }
  }

  private static @Nullable Method method(Class<?> type, String name, Class<?>... parameters) {
    try {
      return type.getMethod(name, parameters);
    } catch (NoSuchMethodException older) {
      return null;
    }
  }

  private void add(String name, Object container) {
    cases.put(cases.size() + " " + name, container);
  }
}
