package counted;

import java.lang.reflect.Constructor;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.AbstractMap;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Calendar;
import java.util.Collection;
import java.util.Collections;
import java.util.Date;
import java.util.EnumMap;
import java.util.GregorianCalendar;
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
import java.util.NavigableSet;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Properties;
import java.util.Queue;
import java.util.Set;
import java.util.SimpleTimeZone;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.Stack;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.Vector;
import java.util.WeakHashMap;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
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
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;

/** Objects with code of the application in every position, by name. */
public final class Catalogue {
  private static final Class<?>[] COLLECTIONS = {
    ArrayList.class, LinkedList.class, ArrayDeque.class, PriorityQueue.class, HashSet.class,
    LinkedHashSet.class, TreeSet.class, Vector.class, Stack.class, CopyOnWriteArrayList.class,
    CopyOnWriteArraySet.class, ConcurrentLinkedQueue.class, ConcurrentLinkedDeque.class,
    ConcurrentSkipListSet.class, LinkedTransferQueue.class, LinkedBlockingQueue.class,
    LinkedBlockingDeque.class, PriorityBlockingQueue.class
  };

  private static final Class<?>[] MAPS = {
    HashMap.class, LinkedHashMap.class, TreeMap.class, IdentityHashMap.class, WeakHashMap.class,
    Hashtable.class, ConcurrentHashMap.class, ConcurrentSkipListMap.class
  };

  private final Map<String, Object> all = new LinkedHashMap<String, Object>();

  private Catalogue() {}

  /** The objects. */
  public static Map<String, Object> positions() {
    Catalogue catalogue = new Catalogue();
    catalogue.objects();
    catalogue.collections();
    catalogue.maps();
    catalogue.sorted();
    catalogue.exceptions();
    return catalogue.all;
  }

  private void put(String name, Object object) {
    all.put(name, object);
    all.put(name + " in a field", new Counted.Holder(object));
    all.put(name + " in a list", new ArrayList<Object>(Arrays.asList(object, object)));
  }

  private static List<Object> elements() {
    List<Object> all = new ArrayList<Object>();
    all.add(new Counted(1));
    all.add(new Counted(2));
    all.add(new Counted(3));
    return all;
  }

  private void objects() {
    put("object", new Counted(1));
    put("external object", new Counted.External());
    put("enum", Counted.Colour.RED);
    put("text", new Counted.Text("abc"));
    put("number", new Counted.Amount(3));
    put("comparator", new Counted.Order(1));
    put("array", new Object[] {new Counted(1), new Counted.Text("x")});
    put("typed array", new Counted[] {new Counted(1)});
    put("optional", Optional.of(new Counted(1)));
    put("reference", new AtomicReference<Object>(new Counted(1)));
    put("references", new AtomicReferenceArray<Object>(new Object[] {new Counted(1)}));
    put("future", CompletableFuture.completedFuture(new Counted(1)));
    put("entry", new AbstractMap.SimpleEntry<Object, Object>(new Counted(1), new Counted(2)));
    put("fixed entry", new AbstractMap.SimpleImmutableEntry<Object, Object>(1, new Counted(2)));
    put("entry of its own", new Containers.OwnEntry(new Counted(1), new Counted(2)));
    final Counted captured = new Counted(1);
    put("lambda", (Supplier<Object>) () -> captured);
    put("method reference", (Supplier<Object>) captured::getNumber);
    put("class", Counted.Never.class);
    put("date", generated(Date.class));
    put("calendar", generated(GregorianCalendar.class));
    put("calendar in a zone", inZone(generated(SimpleTimeZone.class, 3_600_000, "own")));
    put("decimal", generated(BigDecimal.class, "1.5"));
    put("integer", generated(BigInteger.class, "15"));
    CompletableFuture<Object> future = cast(generated(CompletableFuture.class));
    future.complete(new Counted(1));
    put("future of its own", future);
  }

  private static Calendar inZone(Object zone) {
    return new GregorianCalendar((java.util.TimeZone) zone);
  }

  private void collections() {
    for (Class<?> base : COLLECTIONS) {
      Collection<Object> plain = cast(create(base));
      Collection<Object> own = cast(generated(base));
      plain.addAll(elements());
      own.addAll(elements());
      put(base.getSimpleName(), plain);
      put("subclass of " + base.getSimpleName(), own);
      wrap(base.getSimpleName(), plain);
      wrap("subclass of " + base.getSimpleName(), own);
    }
    put("ArrayBlockingQueue", new ArrayBlockingQueue<Object>(5, false, elements()));
    put("Arrays.asList", Arrays.asList(new Counted(1), new Counted(2)));
    put("part of Arrays.asList", Arrays.asList(new Counted(1), new Counted(2)).subList(0, 1));
    put("singletonList", Collections.singletonList(new Counted(1)));
    put("singleton", Collections.singleton(new Counted(1)));
    put("singletonMap", Collections.singletonMap(new Counted(1), new Counted(2)));
    put("nCopies", Collections.nCopies(2, new Counted(1)));
    put("own list", new Containers.OwnList(elements()));
    put("own sequence", new Containers.OwnSequence(elements()));
    put("own set", new Containers.OwnSet(elements()));
    put("own queue", new Containers.OwnQueue(elements()));
    put("own collection", new Containers.OwnCollection(elements()));
    wrap("own list", new Containers.OwnList(elements()));
    wrap("own set", new Containers.OwnSet(elements()));
    put("set of a map", Collections.newSetFromMap(new ConcurrentHashMap<Object, Boolean>()));
    Set<Object> filled =
        Collections.newSetFromMap(Catalogue.<Map<Object, Boolean>>cast(generated(HashMap.class)));
    filled.addAll(elements());
    put("set of a subclass of HashMap", filled);
  }

  private void wrap(String name, Collection<Object> inside) {
    all.put("unmodifiable " + name, Collections.unmodifiableCollection(inside));
    all.put("synchronized " + name, Collections.synchronizedCollection(inside));
    all.put("checked " + name, Collections.checkedCollection(inside, Object.class));
    if (inside instanceof List) {
      List<Object> list = cast(inside);
      all.put("part of " + name, list.subList(0, 2));
      all.put("part of a part of " + name, list.subList(0, 3).subList(1, 2));
      all.put("unmodifiable list of " + name, Collections.unmodifiableList(list));
      all.put("part of an unmodifiable " + name, Collections.unmodifiableList(list).subList(0, 1));
      all.put("synchronized list of " + name, Collections.synchronizedList(list));
      all.put("part of a synchronized " + name, Collections.synchronizedList(list).subList(0, 1));
    }
    if (inside instanceof java.util.Deque) {
      all.put("queue of " + name, Collections.asLifoQueue((java.util.Deque<Object>) inside));
    }
    if (inside instanceof SortedSet) {
      NavigableSet<Object> sorted = cast(inside);
      all.put("head of " + name, sorted.headSet(new Counted(2)));
      all.put("descending " + name, sorted.descendingSet());
      all.put("part of " + name, sorted.subSet(new Counted(1), true, new Counted(3), false));
      all.put("unmodifiable sorted " + name, Collections.unmodifiableSortedSet(sorted));
    } else if (inside instanceof Set) {
      all.put("unmodifiable set of " + name, Collections.unmodifiableSet((Set<Object>) inside));
    }
    reversed(name, inside);
  }

  /** The views that Java 21 has added. */
  private void reversed(String name, Object inside) {
    try {
      all.put(
          "reversed " + name, open(inside.getClass(), "reversed").invoke(inside));
    } catch (ReflectiveOperationException | RuntimeException none) {
      return;
    }
  }

  private static java.lang.reflect.Method open(Class<?> type, String name)
      throws NoSuchMethodException {
    for (String face : new String[] {"List", "Deque", "SequencedMap", "SequencedSet"}) {
      try {
        Class<?> api = Class.forName("java.util." + face);
        if (api.isAssignableFrom(type)) {
          return api.getMethod(name);
        }
      } catch (ClassNotFoundException | NoSuchMethodException old) {
        continue;
      }
    }
    throw new NoSuchMethodException(name);
  }

  private void maps() {
    for (Class<?> base : MAPS) {
      Map<Object, Object> plain = cast(create(base));
      Map<Object, Object> own = cast(generated(base));
      fill(plain);
      fill(own);
      put(base.getSimpleName(), plain);
      put("subclass of " + base.getSimpleName(), own);
      views(base.getSimpleName(), plain);
      views("subclass of " + base.getSimpleName(), own);
    }
    Map<Object, Object> properties = cast(generated(Properties.class));
    properties.put("a", "b");
    put("subclass of Properties", properties);
    EnumMap<Counted.Colour, Object> byColour =
        new EnumMap<Counted.Colour, Object>(Counted.Colour.class);
    byColour.put(Counted.Colour.RED, new Counted(1));
    put("EnumMap", byColour);
    Map<Object, Object> ownMap = new Containers.OwnMap(elements(), new Counted(9));
    put("own map", ownMap);
    views("own map", ownMap);
    put("tree in a tree", tree(new Counted.Order(1)));
  }

  /** The keys stay reachable, since a weak map would lose them. */
  private final List<Object> keys = elements();

  private void fill(Map<Object, Object> map) {
    for (Object key : keys) {
      map.put(key, new Counted(9));
    }
  }

  private void views(String name, Map<Object, Object> inside) {
    all.put("keys of " + name, inside.keySet());
    all.put("values of " + name, inside.values());
    all.put("entries of " + name, inside.entrySet());
    Map<Object, Object> fixed = Collections.unmodifiableMap(inside);
    all.put("unmodifiable " + name, fixed);
    all.put("keys of unmodifiable " + name, fixed.keySet());
    all.put("entries of unmodifiable " + name, fixed.entrySet());
    all.put("an entry of " + name, inside.entrySet().iterator().next());
    all.put("an entry of unmodifiable " + name, fixed.entrySet().iterator().next());
    all.put("synchronized " + name, Collections.synchronizedMap(inside));
    all.put("values of synchronized " + name, Collections.synchronizedMap(inside).values());
    Map<Object, Object> checked = Collections.checkedMap(inside, Object.class, Object.class);
    all.put("checked " + name, checked);
    all.put("entries of checked " + name, checked.entrySet());
    all.put("an entry of checked " + name, checked.entrySet().iterator().next());
    if (inside instanceof SortedMap) {
      NavigableMap<Object, Object> sorted = cast(inside);
      all.put("head of " + name, sorted.headMap(new Counted(2)));
      all.put("keys of the head of " + name, sorted.headMap(new Counted(2)).keySet());
      all.put("values of the tail of " + name, sorted.tailMap(new Counted(2)).values());
      all.put("descending " + name, sorted.descendingMap());
      all.put("entries of descending " + name, sorted.descendingMap().entrySet());
      all.put("navigable keys of " + name, sorted.navigableKeySet());
    }
    reversed(name, inside);
  }

  private static Object tree(Object comparator) {
    TreeMap<Object, Object> inner =
        new TreeMap<Object, Object>(Catalogue.<java.util.Comparator<Object>>cast(comparator));
    inner.put(new Counted(1), new Counted(2));
    inner.put(new Counted(2), new Counted(2));
    TreeMap<Object, Object> outer =
        new TreeMap<Object, Object>(Catalogue.<java.util.Comparator<Object>>cast(comparator));
    outer.put(new Counted(5), inner);
    return outer;
  }

  private void sorted() {
    java.util.Comparator<Object> order = new Counted.Order(-1);
    final int sign = 1;
    java.util.Comparator<Object> lambda =
        (a, b) -> {
          Counter.hit("lambda.compare");
          return sign * Integer.compare(((Counted) a).number, ((Counted) b).number);
        };
    int i = 0;
    for (java.util.Comparator<Object> each :
        Arrays.asList(order, lambda, Collections.reverseOrder(order), order.reversed())) {
      TreeMap<Object, Object> map = new TreeMap<Object, Object>(each);
      fill(map);
      TreeSet<Object> set = new TreeSet<Object>(each);
      set.addAll(elements());
      ConcurrentSkipListMap<Object, Object> skip = new ConcurrentSkipListMap<Object, Object>(each);
      fill(skip);
      Queue<Object> queue = new PriorityQueue<Object>(5, each);
      queue.addAll(elements());
      Queue<Object> blocking = new PriorityBlockingQueue<Object>(5, each);
      blocking.addAll(elements());
      String by = " by comparator " + i++;
      put("TreeMap" + by, map);
      put("TreeSet" + by, set);
      put("ConcurrentSkipListMap" + by, skip);
      put("PriorityQueue" + by, queue);
      put("PriorityBlockingQueue" + by, blocking);
      views("TreeMap" + by, map);
      views("ConcurrentSkipListMap" + by, skip);
    }
  }

  private void exceptions() {
    for (Throwable each : thrown()) {
      put("exception " + each.getClass().getSimpleName(), each);
    }
  }

  /** Exceptions that the control throws. */
  public static List<Throwable> thrown() {
    List<Throwable> all = new ArrayList<Throwable>();
    all.add(new Containers.Loud(new Counted(1), null));
    all.add(new Containers.Loud(new Counted(1), new Containers.Plain(new Counted(2), null)));
    all.add(new Containers.Plain(new Counted(1), new Containers.Loud(new Counted(2), null)));
    all.add(new IllegalStateException("m", new Containers.Loud(new Counted(1), null)));
    all.add(new java.rmi.RemoteException("m", new Containers.Loud(new Counted(1), null)));
    Exception suppressing = new Exception("m");
    suppressing.addSuppressed(new Containers.Loud(new Counted(1), null));
    all.add(suppressing);
    all.add(Catalogue.<Throwable>cast(generated(Exception.class)));
    all.add(Catalogue.<Throwable>cast(generated(java.sql.SQLException.class)));
    all.add(Catalogue.<Throwable>cast(generated(Error.class)));
    return all;
  }

  /** An object whose class has a transient field with an annotation. */
  public static Object annotated() {
    return new Counted.Annotated();
  }

  /** A format with symbols of the application. */
  public static Object format() {
    java.text.DecimalFormat format = new java.text.DecimalFormat();
    format.setDecimalFormatSymbols(
        (java.text.DecimalFormatSymbols) generated(java.text.DecimalFormatSymbols.class));
    return format;
  }

  private static Object create(Class<?> type) {
    try {
      return type.getConstructor().newInstance();
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static final Map<Class<?>, Class<?>> SUBCLASSES = new HashMap<Class<?>, Class<?>>();

  private static Object generated(Class<?> base, Object... arguments) {
    Class<?> type = SUBCLASSES.get(base);
    if (type == null) {
      type = Generated.subclass(base);
      SUBCLASSES.put(base, type);
    }
    for (Constructor<?> each : type.getConstructors()) {
      if (each.getParameterCount() == arguments.length) {
        try {
          return each.newInstance(arguments);
        } catch (IllegalArgumentException other) {
          continue;
        } catch (ReflectiveOperationException impossible) {
          throw new IllegalStateException(impossible);
        }
      }
    }
    throw new IllegalStateException("no constructor of " + base);
  }

  @SuppressWarnings("unchecked")
  private static <T> T cast(Object object) {
    return (T) object;
  }
}
