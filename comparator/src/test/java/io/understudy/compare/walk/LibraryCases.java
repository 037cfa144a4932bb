package io.understudy.compare.walk;

import com.carrotsearch.hppc.IntIntHashMap;
import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.FluentIterable;
import com.google.common.collect.ImmutableRangeMap;
import com.google.common.collect.Range;
import com.google.common.collect.TreeRangeSet;
import com.google.common.graph.GraphBuilder;
import com.google.common.graph.MutableGraph;
import com.google.common.hash.BloomFilter;
import com.google.common.hash.Funnels;
import com.google.common.primitives.ImmutableIntArray;
import com.google.common.primitives.UnsignedLong;
import gnu.trove.list.array.TIntArrayList;
import gnu.trove.map.hash.TIntObjectHashMap;
import groovy.lang.Closure;
import groovy.lang.IntRange;
import groovy.util.ConfigObject;
import groovy.util.Expando;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayFIFOQueue;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntHeapPriorityQueue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kotlin.collections.ArrayDeque;
import org.agrona.collections.Int2IntCounterMap;
import org.agrona.collections.Int2ObjectHashMap;
import org.agrona.concurrent.UnsafeBuffer;
import org.apache.commons.collections4.map.LRUMap;
import org.apache.commons.collections4.map.MultiKeyMap;
import org.apache.commons.collections4.multimap.ArrayListValuedHashMap;
import org.codehaus.groovy.runtime.GStringImpl;
import org.eclipse.collections.impl.bag.mutable.HashBag;
import org.eclipse.collections.impl.factory.Lists;
import org.eclipse.collections.impl.factory.Sets;
import org.eclipse.collections.impl.list.mutable.FastList;
import org.eclipse.collections.impl.map.mutable.primitive.IntObjectHashMap;
import org.eclipse.collections.impl.multimap.list.FastListMultimap;
import org.eclipse.collections.impl.stack.mutable.ArrayStack;
import scala.jdk.javaapi.CollectionConverters;

/** Rows for the containers of libraries. */
final class LibraryCases {
  private LibraryCases() {}

  static void put(ViewCases cases) {
    guava(cases);
    eclipse(cases);
    primitives(cases);
    commons(cases);
    scala(cases);
    groovy(cases);
    others(cases);
  }

  private static void guava(ViewCases cases) {
    cases.put("Guava Range, open, against closed", Range.open(1, 2), Range.closed(1, 2));
    cases.put("Guava Range against the same", Range.atLeast(1), Range.atLeast(1));
    TreeRangeSet<Integer> ranges = TreeRangeSet.create();
    ranges.add(Range.closed(5, 6));
    ranges.add(Range.closed(1, 2));
    TreeRangeSet<Integer> removed = TreeRangeSet.create();
    removed.add(Range.closed(1, 6));
    removed.remove(Range.open(2, 5));
    cases.put("Guava RangeSet against the same after a removal", ranges, removed);
    cases.put(
        "Guava RangeMap against another value",
        ImmutableRangeMap.of(Range.closed(1, 2), "a"),
        ImmutableRangeMap.of(Range.closed(1, 2), "b"));
    ArrayListMultimap<String, Integer> one = ArrayListMultimap.create();
    one.put("Aa", 1);
    one.put("BB", 2);
    ArrayListMultimap<String, Integer> other = ArrayListMultimap.create(100, 100);
    other.put("BB", 2);
    other.put("c", 3);
    other.put("Aa", 1);
    other.removeAll("c");
    cases.put("Guava multimap against the same with another history", one, other);
    cases.put(
        "Guava ImmutableIntArray against int array",
        ImmutableIntArray.of(1, 2, 3).subArray(1, 3),
        new int[] {2, 3});
    cases.put(
        "Guava graph against the same edges in another order",
        graph(new int[] {1, 2}, new int[] {2, 3}),
        graph(new int[] {2, 3}, new int[] {1, 2}));
    cases.put(
        "Guava graph against another edge",
        graph(new int[] {1, 2}, new int[] {2, 3}),
        graph(new int[] {1, 2}, new int[] {3, 2}));
    BloomFilter<Integer> bits = BloomFilter.create(Funnels.integerFunnel(), 10);
    cases.put("Guava BloomFilter against the same", bits, bits);
    cases.put(
        "Guava UnsignedLong of 2^64-1 against BigInteger",
        UnsignedLong.MAX_VALUE,
        BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE));
    Cache<String, Integer> cache = CacheBuilder.newBuilder().build();
    cache.put("a", 1);
    cases.put("Guava cache against map", cache, Collections.singletonMap("a", 1));
    FluentIterable<Integer> lazy = FluentIterable.of(1, 2);
    cases.put("Guava FluentIterable against the same", lazy, lazy);
  }

  private static MutableGraph<Integer> graph(int[]... edges) {
    MutableGraph<Integer> graph = GraphBuilder.directed().build();
    for (int[] edge : edges) {
      graph.putEdge(edge[0], edge[1]);
    }
    return graph;
  }

  private static void eclipse(ViewCases cases) {
    FastList<Integer> spare = FastList.newList(100);
    Collections.addAll(spare, 1, 2);
    cases.put("Eclipse Collections FastList against ArrayList", spare, Arrays.asList(1, 2));
    cases.put(
        "Eclipse Collections immutable list against ArrayList",
        Lists.immutable.of(1, 2),
        Arrays.asList(1, 2));
    cases.put(
        "Eclipse Collections immutable set against HashSet",
        Sets.immutable.of(2, 1),
        new HashSet<>(Arrays.asList(1, 2)));
    IntObjectHashMap<String> map = new IntObjectHashMap<>();
    map.put(7, "x");
    map.put(1, "a");
    map.remove(7);
    cases.put(
        "Eclipse Collections IntObjectHashMap against map", map, Collections.singletonMap(1, "a"));
    cases.put(
        "Eclipse Collections IntObjectHashMap against another value",
        map,
        Collections.singletonMap(1, "b"));
    cases.put(
        "Eclipse Collections bag of a a against bag of a",
        HashBag.newBagWith("a", "a"),
        HashBag.newBagWith("a"));
    FastListMultimap<String, Integer> lists = FastListMultimap.newMultimap();
    lists.put("a", 1);
    lists.put("a", 2);
    cases.put(
        "Eclipse Collections multimap against map of lists",
        lists,
        Collections.singletonMap("a", Arrays.asList(1, 2)));
    cases.put(
        "Eclipse Collections stack against another order",
        ArrayStack.newStackWith(1, 2),
        ArrayStack.newStackWith(2, 1));
    Object lazy = Lists.mutable.of(1).asLazy();
    cases.put("Eclipse Collections lazy iterable against the same", lazy, lazy);
  }

  private static void primitives(ViewCases cases) {
    IntArrayList list = new IntArrayList(100);
    list.add(1);
    list.add(2);
    cases.put("fastutil IntArrayList against ArrayList", list, Arrays.asList(1, 2));
    Int2ObjectOpenHashMap<String> map = new Int2ObjectOpenHashMap<>();
    map.put(7, "x");
    map.put(1, "a");
    map.remove(7);
    cases.put("fastutil map after a removal against map", map, Collections.singletonMap(1, "a"));
    IntArrayFIFOQueue queue = new IntArrayFIFOQueue();
    queue.enqueue(1);
    queue.enqueue(2);
    queue.enqueue(3);
    queue.dequeueInt();
    cases.put("fastutil queue against ArrayList", queue, Arrays.asList(2, 3));
    IntHeapPriorityQueue heap = new IntHeapPriorityQueue(new int[] {3, 1, 2});
    cases.put("fastutil heap against ArrayList", heap, Arrays.asList(1, 2, 3));
    IntIntHashMap hppc = new IntIntHashMap();
    hppc.put(1, 2);
    cases.put("HPPC map against map", hppc, Collections.singletonMap(1, 2));
    cases.put("HPPC map against another value", hppc, Collections.singletonMap(1, 3));
    cases.put(
        "HPPC list against ArrayList",
        com.carrotsearch.hppc.IntArrayList.from(1, 2),
        Arrays.asList(1, 2));
    TIntObjectHashMap<String> trove = new TIntObjectHashMap<>();
    trove.put(1, "a");
    cases.put("Trove map against map", trove, Collections.singletonMap(1, "a"));
    cases.put("Trove map against another value", trove, Collections.singletonMap(1, "b"));
    cases.put(
        "Trove list against ArrayList", new TIntArrayList(new int[] {1, 2}), Arrays.asList(1, 2));
  }

  private static void commons(ViewCases cases) {
    ArrayListValuedHashMap<String, Integer> one = new ArrayListValuedHashMap<>();
    one.put("a", 1);
    ArrayListValuedHashMap<String, Integer> other = new ArrayListValuedHashMap<>();
    other.put("a", 2);
    cases.put("Commons ArrayListValuedHashMap against another value", one, other);
    cases.put(
        "Commons ArrayListValuedHashMap against map of lists",
        one,
        Collections.singletonMap("a", Collections.singletonList(1)));
    LRUMap<String, Integer> used = new LRUMap<>(10);
    used.put("a", 1);
    used.put("b", 2);
    LRUMap<String, Integer> asked = new LRUMap<>(20);
    asked.put("a", 1);
    asked.put("b", 2);
    asked.get("a");
    cases.put("Commons LRUMap against the same in another order of use", used, asked);
    cases.put("Commons MultiKeyMap against the same", keys(false), keys(true));
  }

  private static MultiKeyMap<String, Integer> keys(boolean hashed) {
    MultiKeyMap<String, Integer> map = new MultiKeyMap<>();
    map.put("a", "b", 1);
    if (hashed) {
      int unused = map.keySet().iterator().next().hashCode();
    }
    return map;
  }

  private static void scala(ViewCases cases) {
    List<Integer> two = Arrays.asList(1, 2);
    scala.collection.immutable.List<Integer> list = CollectionConverters.asScala(two).toList();
    cases.put("Scala List against ArrayList", list, two);
    cases.put("Scala Vector against another order", list.toVector(), Arrays.asList(2, 1));
    cases.put("Scala Set against HashSet", list.toSet(), new HashSet<>(two));
    Map<String, Integer> map = Collections.singletonMap("a", 1);
    cases.put("Scala Map against map", CollectionConverters.asScala(map), map);
    cases.put(
        "Scala Map against another value",
        new scala.collection.immutable.Map.Map1<>("a", 1),
        Collections.singletonMap("a", 2));
    cases.put(
        "Scala Range against ArrayList",
        new scala.collection.immutable.Range.Inclusive(1, 2, 1),
        two);
    cases.put("Scala Option of 1 against 1", scala.Option.apply(1), 1);
    cases.put("Scala None against null", scala.Option.empty(), null);
    cases.put(
        "Scala Left of 1 against Right of 1", new scala.util.Left<>(1), new scala.util.Right<>(1));
    cases.put(
        "Scala tuple against the same", new scala.Tuple2<>("a", 1), new scala.Tuple2<>("a", 1));
    cases.put(
        "Scala tuple of ints against another",
        new scala.Tuple2$mcII$sp(1, 2),
        new scala.Tuple2$mcII$sp(1, 3));
    cases.put(
        "Scala tuple of ints against the same of objects",
        new scala.Tuple2$mcII$sp(1, 2),
        new scala.Tuple2<>(1, 2));
    cases.put(
        "Scala BigDecimal 2.50 against BigDecimal 2.5",
        scala.math.BigDecimal.exact("2.50"),
        new BigDecimal("2.5"));
    cases.put(
        "Scala Duration against Duration",
        scala.concurrent.duration.Duration.create(1, "s"),
        Duration.ofMillis(1000));
    Object lazy = scala.collection.immutable.LazyList$.MODULE$.from(list);
    cases.put("Scala LazyList against the same", lazy, lazy);
  }

  private static void groovy(ViewCases cases) {
    cases.put(
        "Groovy GString against text",
        new GStringImpl(new Object[] {1}, new String[] {"a", "b"}),
        "a1b");
    cases.put("Groovy range against ArrayList", new IntRange(1, 2), Arrays.asList(1, 2));
    Closure<Object> closure = Closure.IDENTITY;
    cases.put("Groovy closure against the same", closure, closure);
    cases.put("Groovy Expando against the same", expando(1), expando(1));
    cases.put("Groovy Expando against another", expando(1), expando(2));
    ConfigObject config = new ConfigObject();
    config.put("a", 1);
    cases.put("Groovy ConfigObject against map", config, Collections.singletonMap("a", 1));
  }

  private static Expando expando(int value) {
    Expando expando = new Expando();
    expando.setProperty("a", value);
    return expando;
  }

  private static void others(ViewCases cases) {
    Int2ObjectHashMap<String> map = new Int2ObjectHashMap<>();
    map.put(7, "x");
    map.put(1, "a");
    map.remove(7);
    cases.put("Agrona map after a removal against map", map, Collections.singletonMap(1, "a"));
    Int2IntCounterMap counters = new Int2IntCounterMap(0);
    counters.addAndGet(1, 2);
    cases.put("Agrona counters against map", counters, Collections.singletonMap(1, 2));
    cases.put(
        "Agrona buffer against byte array",
        new UnsafeBuffer(new byte[] {9, 1, 2, 9}, 1, 2),
        new byte[] {1, 2});
    ArrayDeque<Integer> deque = new ArrayDeque<>(100);
    deque.addAll(Arrays.asList(1, 2));
    cases.put("Kotlin ArrayDeque against ArrayList", deque, Arrays.asList(1, 2));
    Object sequence = kotlin.sequences.SequencesKt.sequenceOf(1, 2);
    cases.put("Kotlin sequence against the same", sequence, sequence);
    cases.put(
        "Vavr multimap against map of lists",
        io.vavr.collection.HashMultimap.withSeq().of("a", 1),
        Collections.singletonMap("a", Collections.singletonList(1)));
    Map<String, String> hashed = new HashMap<>();
    hashed.put("a", "1");
    hashed.put("b", "2");
    cases.put("values of a HashMap against list", hashed.values(), Arrays.asList("2", "1"));
    cases.put(
        "values of a HashMap against set", hashed.values(), new HashSet<>(Arrays.asList("2", "1")));
    cases.put(
        "values of a HashMap against list with one more",
        hashed.values(),
        Arrays.asList("2", "1", "1"));
    cases.put(
        "unmodifiable values of a HashMap against list",
        Collections.unmodifiableCollection(Collections.unmodifiableMap(hashed).values()),
        Arrays.asList("2", "1"));
    Map<String, String> linked = new LinkedHashMap<>(hashed);
    cases.put("values of a LinkedHashMap against list", linked.values(), Arrays.asList("1", "2"));
    cases.put(
        "values of a LinkedHashMap against list in another order",
        linked.values(),
        Arrays.asList("2", "1"));
    cases.put(
        "PriorityQueue against list",
        new java.util.PriorityQueue<>(Arrays.asList(3, 1, 2)),
        Arrays.asList(1, 2, 3));
  }
}
