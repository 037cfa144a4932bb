package io.understudy.agent.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.agent.call.CopyCompletion;
import io.understudy.value.Bounds;
import io.understudy.value.Meter;
import io.understudy.value.Uncapturable;
import java.io.Serializable;
import java.util.AbstractList;
import java.util.AbstractMap;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Hashtable;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Properties;
import java.util.Set;
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
import java.util.concurrent.DelayQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** L1: no method, constructor or hook of the application runs while its objects are copied. */
class ForeignCodeTest {
  /** Counts on the copying thread only while {@link #armed}. */
  private static int calls;

  private static boolean armed;

  private static void count() {
    calls += armed ? 1 : 0;
  }

  /** A key, element and value that counts each of its methods. */
  static class Counted implements Delayed, Serializable {
    private static final long serialVersionUID = 1;
    final int number;
    final List<String> more = new ArrayList<>(Collections.singleton("x"));

    Counted(int number) {
      count();
      this.number = number;
    }

    @Override
    public int hashCode() {
      count();
      return number % 3;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      count();
      return other instanceof Counted && ((Counted) other).number == number;
    }

    @Override
    public int compareTo(Delayed other) {
      count();
      return Integer.compare(number, ((Counted) other).number);
    }

    @Override
    public long getDelay(TimeUnit unit) {
      count();
      return number;
    }

    @Override
    public String toString() {
      count();
      return "counted " + number;
    }

    private void writeObject(java.io.ObjectOutputStream out) throws java.io.IOException {
      count();
      out.defaultWriteObject();
    }

    private Object readResolve() {
      count();
      return this;
    }

    private Object writeReplace() {
      count();
      return this;
    }

    @Override
    public Object clone() {
      count();
      return this;
    }
  }

  /** A comparator with state. */
  static final class CountedOrder implements Comparator<Object> {
    int compared;

    @Override
    public int compare(Object one, Object other) {
      count();
      compared++;
      return Integer.compare(((Counted) one).number, ((Counted) other).number);
    }
  }

  /** A map whose methods must not run; each would do harm. */
  static final class CountedMap extends HashMap<Object, Object> {
    private static final long serialVersionUID = 1;
    final List<String> mails = new ArrayList<>();

    @Override
    public Object put(Object key, Object value) {
      count();
      mails.add("put");
      return super.put(key, value);
    }

    @Override
    public void clear() {
      count();
      mails.add("clear");
      super.clear();
    }

    @Override
    public int size() {
      count();
      return super.size();
    }

    @Override
    public Set<Map.Entry<Object, Object>> entrySet() {
      count();
      return super.entrySet();
    }

    @Override
    public Object clone() {
      count();
      return super.clone();
    }

    @Override
    public int hashCode() {
      count();
      return 1;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      count();
      return this == other;
    }
  }

  static final class CountedTree extends TreeMap<Object, Object> {
    private static final long serialVersionUID = 1;

    CountedTree() {
      super(new CountedOrder());
      count();
    }

    @Override
    public Comparator<? super Object> comparator() {
      count();
      return super.comparator();
    }

    @Override
    public Set<Map.Entry<Object, Object>> entrySet() {
      count();
      return super.entrySet();
    }

    @Override
    public int size() {
      count();
      return super.size();
    }
  }

  static final class CountedLinked extends LinkedHashMap<Object, Object> {
    private static final long serialVersionUID = 1;

    CountedLinked() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<Object, Object> eldest) {
      count();
      return size() > 5;
    }

    @Override
    public int size() {
      count();
      return super.size();
    }
  }

  static final class CountedProperties extends Properties {
    private static final long serialVersionUID = 1;

    @Override
    public synchronized Object put(Object key, Object value) {
      count();
      return super.put(key, value);
    }

    @Override
    public Set<Map.Entry<Object, Object>> entrySet() {
      count();
      return super.entrySet();
    }

    @Override
    public int size() {
      count();
      return super.size();
    }
  }

  static final class CountedConcurrent extends ConcurrentHashMap<Object, Object> {
    private static final long serialVersionUID = 1;

    @Override
    public Set<Map.Entry<Object, Object>> entrySet() {
      count();
      return super.entrySet();
    }

    @Override
    public int size() {
      count();
      return super.size();
    }

    @Override
    public Object put(Object key, Object value) {
      count();
      return super.put(key, value);
    }
  }

  static final class CountedList extends ArrayList<Object> {
    private static final long serialVersionUID = 1;

    @Override
    public Iterator<Object> iterator() {
      count();
      return super.iterator();
    }

    @Override
    public Object[] toArray() {
      count();
      return super.toArray();
    }

    @Override
    public int size() {
      count();
      return super.size();
    }

    @Override
    public Object get(int index) {
      count();
      return super.get(index);
    }

    @Override
    public boolean add(Object element) {
      count();
      return super.add(element);
    }
  }

  static final class CountedVector extends Vector<Object> {
    private static final long serialVersionUID = 1;

    @Override
    public synchronized int size() {
      count();
      return super.size();
    }

    @Override
    public synchronized Object[] toArray() {
      count();
      return super.toArray();
    }
  }

  static final class CountedLinkedList extends LinkedList<Object> {
    private static final long serialVersionUID = 1;

    @Override
    public int size() {
      count();
      return super.size();
    }

    @Override
    public java.util.ListIterator<Object> listIterator(int index) {
      count();
      return super.listIterator(index);
    }
  }

  static final class CountedSet extends HashSet<Object> {
    private static final long serialVersionUID = 1;

    @Override
    public Iterator<Object> iterator() {
      count();
      return super.iterator();
    }

    @Override
    public boolean add(Object element) {
      count();
      return super.add(element);
    }
  }

  static final class CountedSkipList extends ConcurrentSkipListMap<Object, Object> {
    private static final long serialVersionUID = 1;

    CountedSkipList() {
      super(new CountedOrder());
    }

    @Override
    public Comparator<? super Object> comparator() {
      count();
      return super.comparator();
    }

    @Override
    public java.util.Set<Map.Entry<Object, Object>> entrySet() {
      count();
      return super.entrySet();
    }
  }

  static final class CountedQueue extends PriorityQueue<Object> {
    private static final long serialVersionUID = 1;

    CountedQueue() {
      super(new CountedOrder());
    }

    @Override
    public Iterator<Object> iterator() {
      count();
      return super.iterator();
    }

    @Override
    public Comparator<? super Object> comparator() {
      count();
      return super.comparator();
    }
  }

  static final class CountedBlocking extends LinkedBlockingQueue<Object> {
    private static final long serialVersionUID = 1;

    @Override
    public int remainingCapacity() {
      count();
      return super.remainingCapacity();
    }

    @Override
    public int size() {
      count();
      return super.size();
    }
  }

  /** A list that is nothing but methods. */
  static final class Computed extends AbstractList<Object> {
    @Override
    public Object get(int index) {
      count();
      return index;
    }

    @Override
    public int size() {
      count();
      return 3;
    }
  }

  static final class ComputedMap extends AbstractMap<Object, Object> {
    @Override
    public Set<Map.Entry<Object, Object>> entrySet() {
      count();
      return Collections.emptySet();
    }
  }

  private static <C extends Collection<Object>> C filled(C collection) {
    for (int i = 0; i < 12; i++) {
      collection.add(new Counted(i));
    }
    return collection;
  }

  private static <M extends Map<Object, Object>> M filled(M map) {
    for (int i = 0; i < 12; i++) {
      map.put(new Counted(i), new Counted(-i));
    }
    return map;
  }

  static Stream<Object> objects() {
    Map<Object, Object> map = filled(new LinkedHashMap<>());
    TreeMap<Object, Object> tree = filled(new TreeMap<>(new CountedOrder()));
    List<Object> list = filled(new ArrayList<>());
    return Stream.of(
        new Counted(1),
        new Counted[] {new Counted(1)},
        filled(new CountedMap()),
        filled(new CountedTree()),
        filled(new CountedLinked()),
        filled(new CountedProperties()),
        filled(new CountedConcurrent()),
        filled(new CountedSkipList()),
        filled(new CountedList()),
        filled(new CountedVector()),
        filled(new CountedLinkedList()),
        filled(new CountedSet()),
        filled(new CountedQueue()),
        filled(new CountedBlocking()),
        new Computed(),
        new ComputedMap(),
        Collections.unmodifiableList(new Computed()),
        Collections.synchronizedMap(filled(new CountedMap())),
        Collections.newSetFromMap(new CountedConcurrentOfBooleans()),
        filled(new HashMap<>()),
        filled(new Hashtable<>()),
        filled(new ConcurrentHashMap<>()),
        filled(new ConcurrentSkipListMap<>()),
        filled(new ConcurrentSkipListMap<>(new CountedOrder())),
        filled(new IdentityHashMap<>()),
        filled(new WeakHashMap<>()),
        filled(new HashSet<>()),
        filled(new LinkedHashSet<>()),
        filled(new TreeSet<Object>()),
        filled(new TreeSet<>(new CountedOrder())),
        filled(new PriorityQueue<>()),
        filled(new PriorityBlockingQueue<>()),
        filled(new ArrayBlockingQueue<>(20)),
        filled(new LinkedBlockingQueue<>()),
        filled(new LinkedBlockingDeque<>()),
        filled(new LinkedTransferQueue<>()),
        filled(new ConcurrentLinkedQueue<>()),
        filled(new ConcurrentLinkedDeque<>()),
        filled(new ArrayDeque<>()),
        filled(new CopyOnWriteArrayList<>()),
        filled(new CopyOnWriteArraySet<>()),
        filled(new ConcurrentSkipListSet<>(new CountedOrder())),
        delayed(),
        list.subList(2, 7),
        map.keySet(),
        map.values(),
        map.entrySet(),
        map.entrySet().iterator().next(),
        tree.descendingMap(),
        tree.subMap(new Counted(2), new Counted(6)),
        tree.headMap(new Counted(4)).keySet(),
        tree.firstEntry(),
        Collections.unmodifiableSortedMap(tree),
        Collections.checkedMap(map, Object.class, Object.class),
        Collections.singletonMap(new Counted(1), new Counted(2)),
        Arrays.asList(new Counted(1), new Counted(2)),
        new CountedException(),
        new CountedFuture(),
        immutable("java.util.List"),
        immutable("java.util.Set"));
  }

  static final class CountedConcurrentOfBooleans extends HashMap<Object, Boolean> {
    private static final long serialVersionUID = 1;

    @Override
    public int size() {
      count();
      return super.size();
    }

    @Override
    public Set<Object> keySet() {
      count();
      return super.keySet();
    }
  }

  static final class CountedException extends RuntimeException {
    private static final long serialVersionUID = 1;
    final Counted detail = new Counted(3);

    @Override
    public String getMessage() {
      count();
      return "message";
    }

    @Override
    public synchronized Throwable getCause() {
      count();
      return super.getCause();
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
      count();
      return super.fillInStackTrace();
    }

    @Override
    public StackTraceElement[] getStackTrace() {
      count();
      return super.getStackTrace();
    }
  }

  /** A completed future whose methods count. */
  static final class CountedFuture extends java.util.concurrent.CompletableFuture<Object> {
    CountedFuture() {
      complete("x");
    }

    @Override
    public Object getNow(Object absent) {
      count();
      return super.getNow(absent);
    }

    @Override
    public boolean isDone() {
      count();
      return super.isDone();
    }

    @Override
    public String toString() {
      return "future";
    }
  }

  private static Object delayed() {
    DelayQueue<Counted> queue = new DelayQueue<>();
    queue.add(new Counted(1));
    return queue;
  }

  private static Object immutable(String type) {
    Object[] elements = {new Counted(1), new Counted(2), new Counted(3)};
    try {
      return Class.forName(type).getMethod("of", Object[].class).invoke(null, (Object) elements);
    } catch (ReflectiveOperationException java8) {
      return elements;
    }
  }

  /** A time zone of the application, which a calendar of the JDK would clone. */
  static final class CountedZone extends java.util.TimeZone {
    private static final long serialVersionUID = 1;

    @Override
    public int getOffset(int era, int year, int month, int day, int weekday, int millis) {
      count();
      return 0;
    }

    @Override
    public void setRawOffset(int offset) {}

    @Override
    public int getRawOffset() {
      count();
      return 0;
    }

    @Override
    public boolean useDaylightTime() {
      count();
      return false;
    }

    @Override
    public boolean inDaylightTime(java.util.Date date) {
      count();
      return false;
    }

    @Override
    public Object clone() {
      count();
      return super.clone();
    }
  }

  /** A format of the application inside one of the JDK. */
  static final class CountedFormat extends java.text.Format {
    private static final long serialVersionUID = 1;

    @Override
    public StringBuffer format(Object object, StringBuffer to, java.text.FieldPosition position) {
      count();
      return to;
    }

    @Override
    public @Nullable Object parseObject(String source, java.text.ParsePosition position) {
      return null;
    }

    @Override
    public Object clone() {
      count();
      return super.clone();
    }
  }

  static Stream<Object> valuesOfForeignParts() {
    java.util.Calendar calendar = new java.util.GregorianCalendar(new CountedZone());
    java.text.SimpleDateFormat dates =
        new java.text.SimpleDateFormat("yyyy", java.util.Locale.ROOT);
    dates.setCalendar(calendar);
    java.text.MessageFormat message = new java.text.MessageFormat("{0}");
    message.setFormat(0, new CountedFormat());
    return Stream.of(calendar, dates, message);
  }

  /** The JDK's own clone would call them, and no other way copies these values. */
  @ParameterizedTest(name = "{index}")
  @MethodSource("valuesOfForeignParts")
  void valueWithAPartOfTheApplicationIsRefused(Object live) {
    calls = 0;
    armed = true;
    String refusal;
    try {
      refusal = Copies.refusal(live);
    } finally {
      armed = false;
    }
    assertThat(calls).isZero();
    assertThat(refusal)
        .isEqualTo(
            live.getClass().getName() + " holds an object whose own methods would have to copy it");
  }

  @ParameterizedTest(name = "{index}")
  @MethodSource("objects")
  void copyingCallsNoCodeOfTheApplication(Object live) throws Uncapturable {
    List<CopyCompletion> later = new ArrayList<>();
    Object[] arguments = {live, Collections.singletonMap("inside", new Object[] {live})};
    calls = 0;
    armed = true;
    Object copy;
    try {
      copy = new Copier().copy(arguments, new Meter(Bounds.DEFAULT), later::add)[0];
    } finally {
      armed = false;
    }
    assertThat(calls).as(live.getClass().getName()).isZero();
    if (live instanceof java.util.concurrent.CompletableFuture) {
      assertThat(((java.util.concurrent.CompletableFuture<?>) copy).join()).isEqualTo("x");
      return;
    }
    assertThat((Object) Objects.requireNonNull(copy).getClass()).isSameAs(live.getClass());
    for (CopyCompletion completion : later) {
      completion.complete();
    }
    if (!(live instanceof IdentityHashMap)) { // Its order depends on the identity of the keys.
      assertThat(copy.toString()).isEqualTo(live.toString());
    }
  }
}
