package io.understudy.agent.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.value.Uncapturable;
import java.util.AbstractMap;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Date;
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
import java.util.PriorityQueue;
import java.util.Properties;
import java.util.Set;
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
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Copies of collections, maps and arrays. */
class CopierContainerTest {
  private static List<Date> dates() {
    return Arrays.asList(new Date(3), new Date(1), new Date(2));
  }

  private static <K, V> Map<K, V> map(K key, V value) {
    return Collections.singletonMap(key, value);
  }

  static final class Key {
    @Nullable Object content;

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Key
          && String.valueOf(content).equals(String.valueOf(((Key) other).content));
    }

    @Override
    public int hashCode() {
      return String.valueOf(content).hashCode();
    }
  }

  @Test
  void collectionsOfEveryKind() throws Uncapturable {
    Copies.twin(new ArrayList<>(dates()));
    Copies.twin(new LinkedList<>(dates()));
    Copies.twin(new Vector<>(dates()));
    Stack<Date> stack = new Stack<>();
    stack.addAll(dates());
    Copies.twin(stack);
    Copies.twin(new ArrayDeque<>(dates()));
    Copies.twin(new CopyOnWriteArrayList<>(dates()));
    Copies.twin(new CopyOnWriteArraySet<>(dates()));
    Copies.twin(new ConcurrentLinkedQueue<>(dates()));
    Copies.twin(new ConcurrentLinkedDeque<>(dates()));
    Copies.twin(new LinkedBlockingQueue<>(dates()));
    Copies.twin(new PriorityQueue<>(dates()));
    Copies.twin(new HashSet<>(dates()));
    Copies.twin(new LinkedHashSet<>(dates()));
    Copies.twin(new TreeSet<>(dates()));
    Copies.twin(new ConcurrentSkipListSet<>(dates()));
    Copies.twin(EnumSet.of(TimeUnit.DAYS));
    Copies.twin(ConcurrentHashMap.newKeySet());
    Copies.twin(Arrays.asList(new Date(1), null));
    Copies.twin(Collections.singletonList(new Date(1)));
    Copies.twin(Collections.singleton(new Date(1)));
  }

  @Test
  void cycleBetweenTwoObjectsBuiltFromTheirContents() throws Uncapturable {
    Graph.Bean bean = new Graph.Bean(1);
    List<Object> list = Collections.singletonList(bean);
    bean.left = java.util.Optional.of(list);

    List<?> copy = Copies.twin(list);

    assertThat(((Graph.Bean) copy.get(0)).left).isEqualTo(java.util.Optional.of(copy));
  }

  @Test
  void deepCycleThroughAnObjectBuiltFromItsContents() throws Uncapturable {
    Graph.Bean deepest = new Graph.Bean(0);
    Graph.Bean at = deepest;
    for (int i = 1; i < 500; i++) {
      Graph.Bean above = new Graph.Bean(i);
      above.right = at;
      at = above;
    }
    List<Object> list = Collections.singletonList(at);
    deepest.left = java.util.Optional.of(Collections.singletonList(list));

    assertThat(Copies.twin(list)).isNotSameAs(list);
  }

  private static final class Moody {
    static boolean bad;
    int state;

    @Override
    public int hashCode() {
      if (bad) {
        throw new AssertionError("value of the application");
      }
      return state;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return this == other;
    }
  }

  @Test
  void hashCodeIsNotCalled() {
    HashSet<Moody> moody = new HashSet<>(Collections.singleton(new Moody()));
    Moody.bad = true;
    assertThat(Copies.refusal(moody)).isEqualTo("copied: class java.util.HashSet");
    Moody.bad = false;
  }

  @Test
  void capacityOfQueues() throws Uncapturable {
    ArrayBlockingQueue<Date> queue = new ArrayBlockingQueue<>(5);
    queue.addAll(dates());
    assertThat(Copies.twin(queue).remainingCapacity()).isEqualTo(2);
    assertThat(Copies.twin(new LinkedBlockingQueue<>(7)).remainingCapacity()).isEqualTo(7);
  }

  @Test
  void mapsOfEveryKind() throws Uncapturable {
    Map<String, Date> one = map("k", new Date(1));
    Copies.twin(one);
    Copies.twin(new HashMap<>(one));
    Copies.twin(new LinkedHashMap<>(one));
    Copies.twin(new TreeMap<>(one));
    Copies.twin(new Hashtable<>(one));
    Copies.twin(new ConcurrentHashMap<>(one));
    Copies.twin(new ConcurrentSkipListMap<>(one));
    Copies.twin(new IdentityHashMap<>(one));
    Copies.twin(new EnumMap<>(map(TimeUnit.DAYS, new Date(1))));
    Copies.twin(new WeakHashMap<>(one));
    Properties properties = new Properties(new Properties());
    properties.putAll(one);
    Copies.twin(properties);
  }

  @Test
  void sortedCollectionsKeepTheirComparators() throws Uncapturable {
    TreeMap<String, Date> map = new TreeMap<>(Comparator.reverseOrder());
    map.put("a", new Date(1));
    map.put("b", new Date(2));
    assertThat(Copies.twin(map).firstKey()).isEqualTo("b");
    TreeSet<String> set = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    set.add("A");
    assertThat(Copies.twin(set)).contains("a");
    assertThat(Copies.of(map.headMap("a"))).containsOnlyKeys("b");
    TreeSet<Date> byTime = new TreeSet<>((a, b) -> b.compareTo(a));
    byTime.addAll(dates());
    assertThat(Copies.twin(byTime).first()).isEqualTo(new Date(3));
  }

  @Test
  void orderOfAccessIsKept() throws Uncapturable {
    Map<String, Date> live = new LinkedHashMap<>(16, 0.75f, true);
    live.put("a", new Date(1));
    live.put("b", new Date(2));
    live.get("a");
    Map<String, Date> copy = Copies.twin(live);
    copy.get("b");
    assertThat(copy.keySet()).containsExactly("a", "b");
  }

  @Test
  void orderOfHashTables() throws Uncapturable {
    Map<Object, Object> live = new HashMap<>();
    Set<Object> set = new HashSet<>();
    for (int i = 0; i < 60; i++) {
      live.put("key" + 31 * i, new Date(i));
      set.add("key" + 31 * i);
      Copies.twin(live);
      Copies.twin(set);
    }
  }

  @Test
  void arraysOfEveryKind() throws Uncapturable {
    Copies.twin(new boolean[] {true});
    Copies.twin(new byte[] {1});
    Copies.twin(new char[] {'a'});
    Copies.twin(new short[] {1});
    Copies.twin(new int[][] {{1}, {2, 3}, {}});
    Copies.twin(new long[] {1});
    Copies.twin(new float[] {1});
    Copies.twin(new double[] {1});
    Copies.twin(new String[] {"a", null});
    Copies.twin(new TimeUnit[] {TimeUnit.DAYS});
    Copies.twin(new Date[][] {{new Date(1)}, null});
    Copies.twin(new AtomicIntegerArray(new int[] {4, 5}));
    Copies.twin(new AtomicReferenceArray<>(new Date[] {new Date(1)}));
    Copies.twin(new AtomicReference<>(new Date(1)));
    Copies.twin(new AbstractMap.SimpleEntry<>("k", new Date(1)));
    assertThat(Copies.of(new Integer[] {1})).isInstanceOf(Integer[].class);
  }

  @Test
  void keysAreHashedWithTheirContents() throws Uncapturable {
    Key key = new Key();
    key.content = new ArrayList<>(Arrays.asList("a", new Date(1)));
    Map<Object, Object> live = new HashMap<>();
    live.put(key, new HashSet<>(Collections.singleton(key)));
    Map<Object, Object> copy = Copies.twin(live);
    Key equal = new Key();
    equal.content = key.content;
    assertThat(copy).containsKey(equal);
    assertThat(((Set<?>) java.util.Objects.requireNonNull(copy.get(equal))).contains(equal))
        .isTrue();
  }

  @Test
  void keyThatRefersToItsMap() throws Uncapturable {
    Key key = new Key();
    Map<Object, Object> live = new LinkedHashMap<>();
    key.content = new Object[] {live};
    live.put(key, 1);
    Map<Object, Object> copy = Copies.of(live);
    Key copied = (Key) copy.keySet().iterator().next();
    assertThat(((Object[]) java.util.Objects.requireNonNull(copied.content))[0]).isSameAs(copy);
    assertThat(copy).containsKey(copied);
  }
}
