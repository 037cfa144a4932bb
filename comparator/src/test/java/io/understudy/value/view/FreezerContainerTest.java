package io.understudy.value.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.value.Bounds;
import io.understudy.value.Kind;
import io.understudy.value.Meter;
import io.understudy.value.Uncapturable;
import io.understudy.value.shape.Elements;
import io.understudy.value.shape.Frozen;
import io.understudy.value.shape.Shape;
import java.io.ByteArrayInputStream;
import java.util.AbstractList;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.PriorityQueue;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.Vector;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FreezerContainerTest {
  private static final List<Integer> ONE_TWO = Arrays.asList(1, 2);

  @SuppressWarnings("serial")
  private static final class Page extends ArrayList<Integer> {
    int total = 7;
    transient int cachedSum = 8;
    final Page self = this;
  }

  @SuppressWarnings("serial")
  private static final class Limits extends HashMap<String, Integer> {
    int most = 5;
  }

  @Test
  void extraFieldsOfApplicationList() throws Uncapturable {
    Page page = new Page();
    page.add(1);
    Frozen frozen = FrozenText.freeze(page);
    page.total = 9;

    assertThat(frozen.shape().beside().names()).containsExactly("total", "self");
    assertThat(frozen.shape().beside().part(frozen.shape().besideOf(frozen), 0)).isEqualTo(7);
    assertThat(frozen.shape().beside().part(frozen.shape().besideOf(frozen), 1)).isSameAs(frozen);
    assertThat(frozen.shape().beside().part(frozen.shape().besideOf(page), 0)).isEqualTo(9);
    assertThat(StandardShapes.of(new Limits()).beside().names()).containsExactly("most");
  }

  @Test
  void otherCollectionsHaveNoExtraFields() {
    AbstractList<Integer> kept =
        new AbstractList<Integer>() {
          final int[] elements = {1, 2};

          @Override
          public Integer get(int i) {
            return elements[i];
          }

          @Override
          public int size() {
            return elements.length;
          }
        };
    assertThat(StandardShapes.of(kept).beside().names()).isEmpty();
    assertThat(StandardShapes.of(new ArrayList<>()).beside().names()).isEmpty();
    assertThat(StandardShapes.of("text").beside().names()).isEmpty();
  }

  @Test
  void listsOfEveryKind() {
    for (Collection<?> list :
        Arrays.<Collection<?>>asList(
            ONE_TWO,
            new ArrayList<>(ONE_TWO),
            new LinkedList<>(ONE_TWO),
            new Vector<>(ONE_TWO),
            new ArrayDeque<>(ONE_TWO),
            new CopyOnWriteArrayList<>(ONE_TWO),
            Collections.unmodifiableList(ONE_TWO),
            Collections.synchronizedList(ONE_TWO),
            Collections.checkedList(new ArrayList<>(ONE_TWO), Integer.class),
            new ArrayList<>(Arrays.asList(0, 1, 2)).subList(1, 3),
            new LinkedHashMap<>(Collections.singletonMap("k", 1)).values().isEmpty()
                ? ONE_TWO
                : new ArrayList<>(ONE_TWO))) {
      assertThat(FrozenText.frozen(list)).as(list.getClass().getName()).isEqualTo("[1, 2]");
    }
  }

  @Test
  void setsOfEveryKind() {
    assertThat(FrozenText.frozen(new TreeSet<>(ONE_TWO))).isEqualTo("set(1, 2)");
    assertThat(FrozenText.frozen(new LinkedHashSet<>(ONE_TWO))).isEqualTo("set(1, 2)");
    assertThat(FrozenText.frozen(EnumSet.of(TimeUnit.DAYS))).isEqualTo("set(DAYS)");
    assertThat(FrozenText.frozen(Collections.singleton(1))).isEqualTo("set(1)");
    assertThat(FrozenText.frozen(new HashMap<>(Collections.singletonMap(1, 2)).keySet()))
        .isEqualTo("set(1)");
  }

  @Test
  void collectionsWithoutMeaningfulOrderAreSets() {
    assertThat(FrozenText.frozen(new HashMap<>(Collections.singletonMap(1, 2)).values()))
        .isEqualTo("set(2)");
    assertThat(FrozenText.frozen(new PriorityQueue<>(ONE_TWO))).isEqualTo("set(1, 2)");
    assertThat(FrozenText.frozen(new LinkedHashMap<>(Collections.singletonMap(1, 2)).values()))
        .isEqualTo("[2]");
  }

  @Test
  void mapsOfEveryKind() {
    Map<Object, Object> one = Collections.singletonMap("a", ONE_TWO);
    Properties properties = new Properties();
    properties.put("a", ONE_TWO);
    for (Map<?, ?> map :
        Arrays.<Map<?, ?>>asList(
            one,
            new HashMap<>(one),
            new LinkedHashMap<>(one),
            new TreeMap<>(one),
            new ConcurrentHashMap<>(one),
            new ConcurrentSkipListMap<>(one),
            new IdentityHashMap<>(one),
            Collections.unmodifiableMap(one),
            Collections.synchronizedMap(one),
            properties)) {
      assertThat(FrozenText.frozen(map)).as(map.getClass().getName()).isEqualTo("{a = [1, 2]}");
    }
    assertThat(FrozenText.frozen(new EnumMap<>(Collections.singletonMap(TimeUnit.DAYS, 1))))
        .isEqualTo("{DAYS = 1}");
  }

  @Test
  void mapWithKeysOfAnyKind() {
    Map<Object, Object> map = new LinkedHashMap<>();
    map.put(null, 1);
    map.put(Arrays.asList("k"), null);
    map.put(2L, map);
    assertThat(FrozenText.frozen(map)).isEqualTo("{null = 1, [k] = null, 2 = ^0}");
    assertThat(FrozenText.frozen(map.entrySet().iterator().next()))
        .isEqualTo("{key: null, value: 1}");
  }

  @Test
  void arraysOfEveryKind() {
    assertThat(FrozenText.frozen(new Object[] {1, null, "x"})).isEqualTo("[1, null, x]");
    assertThat(FrozenText.frozen(new int[][] {{1}, {}, {2, 3}})).isEqualTo("[[1], [], [2, 3]]");
    assertThat(FrozenText.frozen(new byte[] {1, -1})).isEqualTo("[1, -1]");
    assertThat(FrozenText.frozen(new boolean[] {true})).isEqualTo("[true]");
    assertThat(FrozenText.frozen(new char[] {'a'})).isEqualTo("[a]");
    assertThat(FrozenText.frozen(new short[] {1})).isEqualTo("[1]");
    assertThat(FrozenText.frozen(new long[] {1})).isEqualTo("[1]");
    assertThat(FrozenText.frozen(new float[] {1})).isEqualTo("[1.0]");
    assertThat(FrozenText.frozen(new double[] {1})).isEqualTo("[1.0]");
    assertThat(FrozenText.frozen(new AtomicIntegerArray(new int[] {4, 5}))).isEqualTo("[4, 5]");
    assertThat(FrozenText.frozen(new AtomicReferenceArray<>(new String[] {"a"}))).isEqualTo("[a]");
  }

  @Test
  void arrayOfPrimitivesIsOneBlock() throws Uncapturable {
    byte[] live = {1, 2, 3};
    Frozen frozen = FrozenText.freeze(live);
    live[0] = 9;
    assertThat(StandardShapes.of(live).primitives(java.util.Objects.requireNonNull(frozen)))
        .isEqualTo(new byte[] {1, 2, 3});
    assertThat(StandardShapes.of(live).primitives(live)).isSameAs(live);
    assertThat(StandardShapes.of(new Object[0]).primitives(new Object[0])).isNull();
  }

  @Test
  void holdersOfOneElement() {
    assertThat(FrozenText.frozen(Optional.of("x"))).isEqualTo("some(x)");
    assertThat(FrozenText.frozen(Optional.empty())).isEqualTo("none");
    assertThat(FrozenText.frozen(OptionalInt.of(1))).isEqualTo("some(1)");
    assertThat(FrozenText.frozen(OptionalDouble.empty())).isEqualTo("none");
    assertThat(FrozenText.frozen(new AtomicReference<>(ONE_TWO))).isEqualTo("some([1, 2])");
    assertThat(FrozenText.frozen(new AtomicReference<>())).isEqualTo("none");
  }

  @Test
  void completedFutureIsItsValue() {
    CompletableFuture<Object> failed = new CompletableFuture<>();
    failed.completeExceptionally(new IllegalStateException());
    assertThat(FrozenText.frozen(CompletableFuture.completedFuture(1))).isEqualTo("some(1)");
    assertThat(FrozenText.frozen(new CompletableFuture<>()))
        .isEqualTo(
            "uncapturable: java.util.concurrent.CompletableFuture has not completed with a value");
    assertThat(FrozenText.frozen(failed)).contains("has not completed with a value");
  }

  @Test
  void oneShotObjectsAreNotRead() {
    ByteArrayInputStream stream = new ByteArrayInputStream(new byte[] {1, 2});
    assertThat(FrozenText.frozen(stream))
        .isEqualTo("uncapturable: java.io.ByteArrayInputStream can be read only once");
    assertThat(stream.available()).isEqualTo(2);
    assertThat(FrozenText.frozen(Stream.of(1))).endsWith("can be read only once");
    assertThat(FrozenText.frozen(new ReentrantLock()))
        .endsWith("belongs to threads, not to a value");
    assertThat(FrozenText.frozen(Thread.currentThread())).endsWith("not to a value");
    assertThat(FrozenText.frozen(new java.io.StringReader("x"))).endsWith("can be read only once");
    assertThat(FrozenText.frozen(Runtime.getRuntime()))
        .isEqualTo("uncapturable: java.lang.Runtime is a JDK type of unknown content");
  }

  @Test
  void elementsOfLiveAndFrozenObjectAreEqual() throws Uncapturable {
    for (Object live :
        new Object[] {
          ONE_TWO,
          new int[] {1, 2},
          new LinkedHashSet<>(ONE_TWO),
          Optional.of(1),
          Optional.empty(),
          new TreeMap<>(Collections.singletonMap("a", 1))
        }) {
      Object frozen = Freezer.freeze(live, new Meter(Bounds.DEFAULT));
      assertThat(walked(java.util.Objects.requireNonNull(frozen))).isEqualTo(walked(live));
    }
    assertThat(walked(Collections.singletonMap("a", 1))).containsExactly("a", 1);
  }

  private static List<Object> walked(Object object) {
    List<Object> seen = new ArrayList<>();
    Shape shape = StandardShapes.of(object);
    for (Elements each = shape.elements(object); each.next(); ) {
      if (shape.kind() == Kind.MAP) {
        seen.add(each.key());
      }
      seen.add(each.value());
    }
    assertThat(seen).hasSize(shape.size(object) * (shape.kind() == Kind.MAP ? 2 : 1));
    return seen;
  }

  @Test
  void changeDuringReadIsReported() throws Uncapturable {
    List<Object> list = new ArrayList<>();
    Collection<Object> changing =
        new AbstractList<Object>() {
          @Override
          public Object get(int index) {
            modCount++;
            return index;
          }

          @Override
          public int size() {
            return 3;
          }
        };
    list.add(changing);
    String name = changing.getClass().getName();
    assertThat(FrozenText.frozen(list))
        .isEqualTo("uncapturable: " + name + " was changed while it was read");
    assertThat(FrozenText.lenient(list))
        .isEqualTo("[opaque: " + name + " was changed while it was read]");
  }

  @Test
  void throwingCollectionIsReported() {
    Collection<Object> broken =
        new AbstractList<Object>() {
          @Override
          public Object get(int index) {
            throw new IllegalStateException("secret");
          }

          @Override
          public int size() {
            return 3;
          }
        };
    assertThat(FrozenText.frozen(broken))
        .isEqualTo(
            "uncapturable: reading "
                + broken.getClass().getName()
                + " threw java.lang.IllegalStateException");
  }

  @Test
  void endlessCollectionExceedsTheBounds() {
    Collection<Object> endless =
        new java.util.AbstractCollection<Object>() {
          @Override
          public Iterator<Object> iterator() {
            return Stream.<Object>generate(() -> 1).iterator();
          }

          @Override
          public int size() {
            return 1;
          }
        };
    assertThat(FrozenText.frozen(endless)).isEqualTo("uncapturable: more than 100000 nodes");
  }

  @Test
  void boundsOfNodesAndBytes() {
    Meter few = new Meter(new Bounds(3, 1 << 20, 1_000_000_000));
    assertThatThrownBy(() -> Freezer.freeze(Arrays.asList(1, 2, 3), few))
        .hasMessage("more than 3 nodes");
    Meter small = new Meter(new Bounds(100, 1000, 1_000_000_000));
    assertThatThrownBy(() -> Freezer.freeze(new byte[1001], small))
        .hasMessage("more than 1000 bytes");
    Meter text = new Meter(new Bounds(100, 1000, 1_000_000_000));
    assertThatThrownBy(
            () -> Freezer.freezeLeniently(String.join("", Collections.nCopies(1000, "x")), text))
        .hasMessage("more than 1000 bytes");
  }
}
