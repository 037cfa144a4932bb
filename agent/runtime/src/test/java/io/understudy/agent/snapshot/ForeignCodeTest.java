package io.understudy.agent.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.agent.call.CopyCompletion;
import io.understudy.value.Bounds;
import io.understudy.value.Meter;
import io.understudy.value.Uncapturable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Hashtable;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.TreeSet;
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
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** L1: no method, constructor or hook of the application runs while its objects are copied. */
class ForeignCodeTest {
  private static <C extends Collection<Object>> C filled(C collection) {
    for (int i = 0; i < 12; i++) {
      collection.add(new ForeignTypes.Counted(i));
    }
    return collection;
  }

  private static <M extends Map<Object, Object>> M filled(M map) {
    for (int i = 0; i < 12; i++) {
      map.put(new ForeignTypes.Counted(i), new ForeignTypes.Counted(-i));
    }
    return map;
  }

  static Stream<Object> objects() {
    Map<Object, Object> map = filled(new LinkedHashMap<>());
    TreeMap<Object, Object> tree = filled(new TreeMap<>(new ForeignTypes.CountedOrder()));
    List<Object> list = filled(new ArrayList<>());
    return Stream.of(
        new ForeignTypes.Counted(1),
        new ForeignTypes.Counted[] {new ForeignTypes.Counted(1)},
        filled(new ForeignContainers.CountedMap()),
        filled(new ForeignContainers.CountedTree()),
        filled(new ForeignContainers.CountedLinked()),
        filled(new ForeignContainers.CountedProperties()),
        filled(new ForeignContainers.CountedConcurrent()),
        filled(new ForeignContainers.CountedSkipList()),
        filled(new ForeignContainers.CountedList()),
        filled(new ForeignContainers.CountedVector()),
        filled(new ForeignContainers.CountedLinkedList()),
        filled(new ForeignContainers.CountedSet()),
        filled(new ForeignContainers.CountedQueue()),
        filled(new ForeignContainers.CountedBlocking()),
        new ForeignContainers.Computed(),
        new ForeignContainers.ComputedMap(),
        Collections.unmodifiableList(new ForeignContainers.Computed()),
        Collections.synchronizedMap(filled(new ForeignContainers.CountedMap())),
        Collections.newSetFromMap(new ForeignContainers.CountedConcurrentOfBooleans()),
        filled(new HashMap<>()),
        filled(new Hashtable<>()),
        filled(new ConcurrentHashMap<>()),
        filled(new ConcurrentSkipListMap<>()),
        filled(new ConcurrentSkipListMap<>(new ForeignTypes.CountedOrder())),
        filled(new IdentityHashMap<>()),
        filled(new WeakHashMap<>()),
        filled(new HashSet<>()),
        filled(new LinkedHashSet<>()),
        filled(new TreeSet<Object>()),
        filled(new TreeSet<>(new ForeignTypes.CountedOrder())),
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
        filled(new ConcurrentSkipListSet<>(new ForeignTypes.CountedOrder())),
        delayed(),
        list.subList(2, 7),
        map.keySet(),
        map.values(),
        map.entrySet(),
        map.entrySet().iterator().next(),
        tree.descendingMap(),
        tree.subMap(new ForeignTypes.Counted(2), new ForeignTypes.Counted(6)),
        tree.headMap(new ForeignTypes.Counted(4)).keySet(),
        tree.firstEntry(),
        Collections.unmodifiableSortedMap(tree),
        Collections.checkedMap(map, Object.class, Object.class),
        Collections.singletonMap(new ForeignTypes.Counted(1), new ForeignTypes.Counted(2)),
        Arrays.asList(new ForeignTypes.Counted(1), new ForeignTypes.Counted(2)),
        new ForeignTypes.CountedException(),
        new ForeignTypes.CountedFuture(),
        immutable("java.util.List"),
        immutable("java.util.Set"));
  }

  private static Object delayed() {
    DelayQueue<ForeignTypes.Counted> queue = new DelayQueue<>();
    queue.add(new ForeignTypes.Counted(1));
    return queue;
  }

  private static Object immutable(String type) {
    Object[] elements = {
      new ForeignTypes.Counted(1), new ForeignTypes.Counted(2), new ForeignTypes.Counted(3)
    };
    try {
      return Class.forName(type).getMethod("of", Object[].class).invoke(null, (Object) elements);
    } catch (ReflectiveOperationException java8) {
      return elements;
    }
  }

  static Stream<Object> valuesOfForeignParts() {
    java.util.Calendar calendar = new java.util.GregorianCalendar(new ForeignTypes.CountedZone());
    java.text.SimpleDateFormat dates =
        new java.text.SimpleDateFormat("yyyy", java.util.Locale.ROOT);
    dates.setCalendar(calendar);
    java.text.MessageFormat message = new java.text.MessageFormat("{0}");
    message.setFormat(0, new ForeignTypes.CountedFormat());
    return Stream.of(calendar, dates, message);
  }

  /** The JDK's own clone would call them, and no other way copies these values. */
  @ParameterizedTest(name = "{index}")
  @MethodSource("valuesOfForeignParts")
  void valueWithAPartOfTheApplicationIsRefused(Object live) {
    ForeignTypes.calls = 0;
    ForeignTypes.armed = true;
    String refusal;
    try {
      refusal = Copies.refusal(live);
    } finally {
      ForeignTypes.armed = false;
    }
    assertThat(ForeignTypes.calls).isZero();
    assertThat(refusal)
        .isEqualTo(
            live.getClass().getName() + " holds an object whose own methods would have to copy it");
  }

  @ParameterizedTest(name = "{index}")
  @MethodSource("objects")
  void copyingCallsNoCodeOfTheApplication(Object live) throws Uncapturable {
    List<CopyCompletion> later = new ArrayList<>();
    Object[] arguments = {live, Collections.singletonMap("inside", new Object[] {live})};
    ForeignTypes.calls = 0;
    ForeignTypes.armed = true;
    Object copy;
    try {
      copy = new Copier().copy(arguments, new Meter(Bounds.DEFAULT), later::add)[0];
    } finally {
      ForeignTypes.armed = false;
    }
    assertThat(ForeignTypes.calls).as(live.getClass().getName()).isZero();
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
