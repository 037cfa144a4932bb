package io.understudy.agent.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.agent.call.CopyCompletion;
import io.understudy.value.Bounds;
import io.understudy.value.Meter;
import io.understudy.value.Uncapturable;
import java.util.AbstractMap;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Date;
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
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Stack;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.Vector;
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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each collection and map of the JDK: contents, independence, emptiness and limits. */
class JdkCollectionTest {
  private static final int SIZE = 50;

  private static <C extends Collection<Object>> C fill(C collection) {
    for (int i = 0; i < SIZE; i++) {
      collection.add("element " + i);
    }
    return collection;
  }

  private static <M extends Map<Object, Object>> M fill(M map) {
    for (int i = 0; i < SIZE; i++) {
      map.put("key " + i, new Date(i));
    }
    return map;
  }

  static Stream<Collection<Object>> collections() {
    return Stream.of(
        fill(new ArrayList<>()),
        fill(new LinkedList<>()),
        fill(new Vector<>()),
        fill(new Stack<>()),
        fill(new ArrayDeque<>()),
        fill(new HashSet<>()),
        fill(new LinkedHashSet<>()),
        fill(new TreeSet<>()),
        fill(new PriorityQueue<>()),
        fill(new CopyOnWriteArrayList<>()),
        fill(new CopyOnWriteArraySet<>()),
        fill(new ConcurrentLinkedQueue<>()),
        fill(new ConcurrentLinkedDeque<>()),
        fill(new LinkedTransferQueue<>()),
        fill(new ConcurrentSkipListSet<>()),
        fill(new PriorityBlockingQueue<>()),
        fill(new LinkedBlockingQueue<>()),
        fill(new LinkedBlockingDeque<>()),
        fill(new ArrayBlockingQueue<>(SIZE)),
        fill(ConcurrentHashMap.newKeySet()),
        fill(Collections.newSetFromMap(new ConcurrentHashMap<>())),
        fill(Collections.synchronizedList(new ArrayList<>())),
        fill(Collections.synchronizedSet(new HashSet<>())),
        fill(Collections.synchronizedCollection(new ArrayDeque<>())),
        fill(Collections.checkedSet(new HashSet<>(), Object.class)),
        fill(Collections.checkedCollection(new ArrayList<>(), Object.class)));
  }

  static Stream<Map<Object, Object>> maps() {
    return Stream.of(
        fill(new HashMap<>()),
        fill(new LinkedHashMap<>()),
        fill(new TreeMap<>()),
        fill(new TreeMap<>(Collections.reverseOrder())),
        fill(new Hashtable<>()),
        fill(new ConcurrentHashMap<>()),
        fill(new ConcurrentSkipListMap<>()),
        fill(Collections.synchronizedMap(new HashMap<>())),
        fill(Collections.synchronizedNavigableMap(new TreeMap<>())),
        fill(Collections.checkedMap(new HashMap<>(), Object.class, Object.class)),
        fill(Collections.checkedSortedMap(new TreeMap<>(), Object.class, Object.class)));
  }

  @ParameterizedTest(name = "{index}")
  @MethodSource("collections")
  void copyHasTheSameElementsInTheSameOrder(Collection<Object> live) throws Uncapturable {
    Collection<Object> copy = Copies.twin(live);
    assertThat(copy).containsExactlyElementsOf(live);
  }

  @ParameterizedTest(name = "{index}")
  @MethodSource("collections")
  void copyIsIndependent(Collection<Object> live) throws Uncapturable {
    Collection<Object> copy = Copies.of(live);
    copy.remove("element 7");
    assertThat(live).hasSize(SIZE).contains("element 7");
    copy.clear();
    copy.add("new");
    assertThat(live).hasSize(SIZE);
    assertThat(copy).containsExactly("new");
  }

  @ParameterizedTest(name = "{index}")
  @MethodSource("collections")
  void emptyCollectionHasAnEmptyCopy(Collection<Object> live) throws Uncapturable {
    live.clear();
    assertThat(Copies.of(live)).isEmpty();
  }

  @ParameterizedTest(name = "{index}")
  @MethodSource("collections")
  void elementsAreBounded(Collection<Object> live) {
    assertThatThrownBy(
            () ->
                new Copier().copy(new Object[] {live}, new Meter(new Bounds(30, 1 << 20, 1 << 30))))
        .isInstanceOf(Uncapturable.class)
        .hasMessage("more than 30 nodes");
    assertThatThrownBy(
            () ->
                new Copier().copy(new Object[] {live}, new Meter(new Bounds(1_000, 300, 1 << 30))))
        .isInstanceOf(Uncapturable.class)
        .hasMessage("more than 300 bytes");
  }

  @ParameterizedTest(name = "{index}")
  @MethodSource("maps")
  void copyHasTheSameEntriesInTheSameOrder(Map<Object, Object> live) throws Uncapturable {
    Map<Object, Object> copy = Copies.twin(live);
    assertThat(new ArrayList<>(copy.keySet())).isEqualTo(new ArrayList<>(live.keySet()));
    assertThat(copy.values()).allSatisfy(value -> assertThat(live.values()).contains(value));
  }

  @ParameterizedTest(name = "{index}")
  @MethodSource("maps")
  void copyOfAMapIsIndependent(Map<Object, Object> live) throws Uncapturable {
    Map<Object, Object> copy = Copies.of(live);
    for (Object value : copy.values()) {
      ((Date) value).setTime(-1);
    }
    assertThat(live.values()).doesNotContain(new Date(-1));
    copy.clear();
    assertThat(live).hasSize(SIZE);
  }

  @ParameterizedTest(name = "{index}")
  @MethodSource("maps")
  void emptyMapHasAnEmptyCopy(Map<Object, Object> live) throws Uncapturable {
    live.clear();
    assertThat(Copies.of(live)).isEmpty();
  }

  @ParameterizedTest(name = "{index}")
  @MethodSource("maps")
  void entriesAreBounded(Map<Object, Object> live) {
    assertThatThrownBy(
            () ->
                new Copier().copy(new Object[] {live}, new Meter(new Bounds(30, 1 << 20, 1 << 30))))
        .isInstanceOf(Uncapturable.class)
        .hasMessage("more than 30 nodes");
  }

  /** The order of an identity map follows the identities of its keys. */
  @Test
  void identityMapsKeepTheIdentityOfSharedKeys() throws Uncapturable {
    String first = new String("key");
    String second = new String("key");
    Map<Object, Object> live = new IdentityHashMap<>();
    live.put(first, new Date(1));
    live.put(second, new Date(2));
    Map<Object, Object> copy = Copies.of(live);
    assertThat(copy.get(first)).isEqualTo(new Date(1)).isNotSameAs(live.get(first));
    assertThat(copy.get(second)).isEqualTo(new Date(2));
    assertThat(copy.get("key")).isNull();
  }

  @Test
  void queuesKeepTheirComparators() throws Uncapturable {
    PriorityQueue<Integer> queue = new PriorityQueue<>(Collections.reverseOrder());
    queue.addAll(Arrays.asList(1, 3, 2));
    assertThat(Copies.of(queue).poll()).isEqualTo(3);
    PriorityBlockingQueue<Integer> blocking =
        new PriorityBlockingQueue<>(4, Collections.reverseOrder());
    blocking.addAll(Arrays.asList(1, 3, 2));
    assertThat(Copies.of(blocking).poll()).isEqualTo(3);
    ConcurrentSkipListSet<Integer> set = new ConcurrentSkipListSet<>(Collections.reverseOrder());
    set.addAll(Arrays.asList(1, 3, 2));
    assertThat(Copies.of(set)).containsExactly(3, 2, 1);
  }

  @Test
  void capacityOfBlockingQueues() throws Uncapturable {
    assertThat(Copies.of(new LinkedBlockingQueue<Object>(5)).remainingCapacity()).isEqualTo(5);
    LinkedBlockingDeque<Object> deque = new LinkedBlockingDeque<>(5);
    deque.add("x");
    assertThat(Copies.of(deque).remainingCapacity()).isEqualTo(4);
    assertThat(Copies.of(new LinkedBlockingDeque<Object>()).remainingCapacity())
        .isEqualTo(Integer.MAX_VALUE);
  }

  /** An array of the whole capacity is allocated at once, so it is metered first. */
  @Test
  void capacityOfAnArrayQueueIsMetered() {
    assertThatThrownBy(
            () ->
                new Copier()
                    .copy(
                        new Object[] {new ArrayBlockingQueue<>(1_000)},
                        new Meter(new Bounds(10, 500, 1 << 30))))
        .hasMessage("more than 500 bytes");
  }

  @Test
  void viewsOfSortedMaps() throws Uncapturable {
    NavigableMap<Object, Object> map = new TreeMap<>();
    map.put("a", 1);
    map.put("b", 2);
    map.put("c", 3);
    assertThat(Copies.of(map.descendingMap()).keySet()).containsExactly("c", "b", "a");
    assertThat(Copies.of(map.tailMap("b"))).containsOnlyKeys("b", "c");
    assertThat(Copies.of(map.navigableKeySet())).containsExactly("a", "b", "c");
    assertThat(Copies.of(map.subMap("a", "b")))
        .containsExactly(new AbstractMap.SimpleEntry<>("a", 1));
    assertThat(Copies.of(new TreeSet<>(Arrays.asList("x", "y")).descendingSet()))
        .containsExactly("y", "x");
    assertThat(Copies.of(new ConcurrentSkipListMap<>(map).headMap("c"))).containsOnlyKeys("a", "b");
  }

  @Test
  void entriesBecomeIndependent() throws Uncapturable {
    Map<String, Date> map = new HashMap<>(Collections.singletonMap("k", new Date(1)));
    Map.Entry<String, Date> copy = Copies.of(map.entrySet().iterator().next());
    copy.setValue(new Date(9));
    assertThat(map).containsEntry("k", new Date(1));
    assertThat(Copies.of(new AbstractMap.SimpleImmutableEntry<>("k", 1)))
        .isEqualTo(new AbstractMap.SimpleImmutableEntry<>("k", 1));
  }

  @Test
  void listOfArraysIsCopiedByItsArrays() throws Uncapturable {
    List<int[]> live = Arrays.asList(new int[] {1}, new int[] {2, 3});
    List<int[]> copy = Copies.of(live);
    copy.get(1)[0] = 9;
    assertThat(live.get(1)).containsExactly(2, 3);
    assertThatThrownBy(() -> copy.add(new int[0]))
        .isInstanceOf(UnsupportedOperationException.class);
    copy.set(0, new int[] {7});
    assertThat(live.get(0)).containsExactly(1);
  }

  @Test
  void nCopiesListIsCopiedWithItsElement() throws Uncapturable {
    List<Date> copy = Copies.of(Collections.nCopies(3, new Date(1)));
    assertThat(copy).containsExactly(new Date(1), new Date(1), new Date(1));
    assertThat(copy.get(0)).isSameAs(copy.get(2));
  }

  @Test
  void emptyCollectionsOfTheJdkAreShared() throws Uncapturable {
    for (Object empty :
        new Object[] {Collections.emptyList(), Collections.emptySet(), Collections.emptyMap()}) {
      assertThat(Copies.of(empty)).isSameAs(empty);
    }
  }

  /** Growth reverses parts of the buckets, so the copy has the size of the original at once. */
  @Test
  void concurrentMapsKeepTheirOrderOfIterationAtEverySize() throws Uncapturable {
    ConcurrentHashMap<String, Integer> map = new ConcurrentHashMap<>();
    for (int i = 0; i < 400; i++) {
      map.put("key " + 31 * i, i);
      assertThat(new ArrayList<>(Copies.of(map).keySet())).isEqualTo(new ArrayList<>(map.keySet()));
    }
    assertThat(Copies.of(new ConcurrentHashMap<>(1))).isEmpty();
    ConcurrentHashMap<String, Integer> small = new ConcurrentHashMap<>(1);
    small.put("a", 1);
    assertThat(Copies.of(small)).containsEntry("a", 1);
  }

  @Test
  void bucketsAreMetered() {
    ConcurrentHashMap<String, Integer> map = new ConcurrentHashMap<>(5_000);
    map.put("a", 1);
    assertThatThrownBy(
            () -> new Copier().copy(new Object[] {map}, new Meter(new Bounds(9, 1_000, 1 << 30))))
        .hasMessage("more than 1000 bytes");
  }

  @Test
  void largeTableWithFewEntriesIsMadeOnThePool() throws Uncapturable {
    for (Map<Integer, Integer> live :
        Arrays.<Map<Integer, Integer>>asList(
            new HashMap<>(1 << 20),
            new LinkedHashMap<>(1 << 20),
            new ConcurrentHashMap<>(1 << 20),
            new Hashtable<>(1 << 20))) {
      live.put(1 << 19, 1);
      live.put(1, 2);
      List<CopyCompletion> later = new ArrayList<>();
      Map<Integer, Integer> copy = copy(live, new Bounds(9, 1_000, 1 << 30), later);
      assertThat(later).hasSize(1);
      later.get(0).complete();
      assertThat(copy).isEqualTo(live);
      assertThat(copy.keySet()).containsExactlyElementsOf(live.keySet());
    }
  }

  @Test
  void tableThatIsTooLargeIsRefused() {
    Map<Integer, Integer> live = new HashMap<>(1 << 23);
    live.put(1, 1);
    assertThat(Copies.refusal(live))
        .isEqualTo("java.util.HashMap has 8388608 buckets for 1 entries");
  }

  @SuppressWarnings("unchecked")
  private static Map<Integer, Integer> copy(
      Map<Integer, Integer> live, Bounds bounds, List<CopyCompletion> later) throws Uncapturable {
    Object[] copies = new Copier().copy(new Object[] {live}, new Meter(bounds), later::add);
    return (Map<Integer, Integer>) Objects.requireNonNull(copies[0]);
  }
}
