package io.understudy.compare.walk;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.CharMatcher;
import com.google.common.collect.HashBasedTable;
import com.google.common.collect.HashBiMap;
import com.google.common.collect.HashMultiset;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import com.google.common.collect.Ordering;
import com.google.common.collect.Table;
import io.understudy.compare.Comparison;
import io.understudy.compare.Outcome;
import io.understudy.compare.rule.Rules;
import io.understudy.value.Bounds;
import io.understudy.value.Meter;
import io.understudy.value.Uncapturable;
import io.understudy.value.view.Freezer;
import it.unimi.dsi.fastutil.ints.Int2ObjectLinkedOpenHashMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntBigArrayBigList;
import it.unimi.dsi.fastutil.objects.ObjectObjectImmutablePair;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.agrona.ExpandableArrayBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.apache.commons.collections.FastArrayList;
import org.apache.commons.collections.FastHashMap;
import org.apache.commons.collections4.keyvalue.DefaultMapEntry;
import org.apache.commons.collections4.keyvalue.MultiKey;
import org.apache.commons.collections4.queue.CircularFifoQueue;
import org.eclipse.collections.impl.UnmodifiableRichIterable;
import org.eclipse.collections.impl.bag.mutable.HashBag;
import org.eclipse.collections.impl.list.mutable.FastList;
import org.eclipse.collections.impl.list.mutable.primitive.IntArrayList;
import org.eclipse.collections.impl.tuple.Tuples;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Views, wrappers, entries and small values of libraries: with other and with equal content. */
class LibraryViewsTest {
  private static final Differ DIFFER = Differ.with(Rules.none());

  private static Object[] row(Object control, Object candidate) {
    return new Object[] {control, candidate};
  }

  private static List<Object[]> others() {
    return Arrays.asList(
        row(Ordering.natural().nullsFirst(), Ordering.natural().nullsLast()),
        row(CharMatcher.is('a'), CharMatcher.isNot('a')),
        row(bag("a", "a").entrySet(), bag("a").entrySet()),
        row(table(1).cellSet(), table(2).cellSet()),
        row(Maps.difference(map("a", 1), map("a", 2)), Maps.difference(map("a", 1), map("a", 3))),
        row(ImmutableMap.of("a", 1, "b", 2).values(), ImmutableMap.of("b", 2, "a", 1).values()),
        row(HashBiMap.create(map("a", 1)), HashBiMap.create(map("a", 2))),
        row(fast(1), fast(2)),
        row(fastList(1), fastList(2)),
        row(new DefaultMapEntry<>("a", 1), new DefaultMapEntry<>("a", 2)),
        row(new MultiKey<>("a", "b"), new MultiKey<>("a", "c")),
        row(
            new CircularFifoQueue<>(Arrays.asList(1, 2)),
            new CircularFifoQueue<>(Arrays.asList(2, 1))),
        row(Tuples.pair(1, 2), Tuples.pair(1, 3)),
        row(
            IntArrayList.newListWith(1, 2).asUnmodifiable(),
            IntArrayList.newListWith(2, 1).asUnmodifiable()),
        row(
            UnmodifiableRichIterable.of(FastList.newListWith(1, 2)),
            UnmodifiableRichIterable.of(FastList.newListWith(2, 1))),
        row(
            com.carrotsearch.hppc.IntArrayDeque.from(1, 2),
            com.carrotsearch.hppc.IntArrayDeque.from(2, 1)),
        row(bits(1), bits(2)),
        row(
            filled(new Int2ObjectLinkedOpenHashMap<>(), 1, 2).values(),
            filled(new Int2ObjectLinkedOpenHashMap<>(), 2, 1).values()),
        row(
            new IntBigArrayBigList(new int[][] {{1, 2}}),
            new IntBigArrayBigList(new int[][] {{2, 1}})),
        row(ObjectObjectImmutablePair.of(1, 2), ObjectObjectImmutablePair.of(1, 3)),
        row(new groovy.lang.Tuple2<>(1, 2), new groovy.lang.Tuple2<>(1, 3)),
        row(new ExpandableArrayBuffer(4), new UnsafeBuffer(new byte[] {0, 0, 0, 1})),
        row(new scala.util.Success<>(1), new scala.util.Success<>(2)),
        row(io.vavr.control.Validation.valid(1), io.vavr.control.Validation.invalid(1)),
        row(new kotlin.ranges.IntRange(1, 2), new kotlin.ranges.IntRange(1, 3)));
  }

  @ParameterizedTest
  @MethodSource("others")
  void otherContentDiffers(Object control, Object candidate) throws Uncapturable {
    assertThat(DIFFER.compare(control, candidate).isEqual()).isFalse();
    assertThat(DIFFER.compare(frozen(control), frozen(candidate)).isEqual()).isFalse();
  }

  private static List<Object[]> equals() {
    return Arrays.asList(
        row(table(1).cellSet(), table(1).cellSet()),
        row(fast(1), fast(1)),
        row(HashBag.newBagWith(1, 2).asSynchronized(), HashBag.newBagWith(2, 1).asSynchronized()),
        row(
            filled(new Int2ObjectOpenHashMap<>(), 1, 2).values(),
            filled(new Int2ObjectOpenHashMap<>(), 2, 1).values()),
        row(
            filled(new Int2ObjectOpenHashMap<>(), 1, 2).int2ObjectEntrySet(),
            filled(new Int2ObjectOpenHashMap<>(), 2, 1).int2ObjectEntrySet()),
        row(hppc().keys(), new java.util.HashSet<>(Arrays.asList(1, 2))),
        row(hppc().values(), Arrays.asList(3, 2)),
        row(scala.collection.immutable.Nil$.MODULE$, Collections.emptyList()),
        row(io.vavr.collection.CharSeq.of("ab"), "ab"),
        row(
            io.vavr.collection.PriorityQueue.of(1, 2, 3),
            io.vavr.collection.PriorityQueue.of(3, 2, 1)),
        row(new kotlin.ranges.IntRange(1, 2), new kotlin.ranges.IntRange(1, 2)));
  }

  @ParameterizedTest
  @MethodSource("equals")
  void equalContentIsEqual(Object control, Object candidate) throws Uncapturable {
    Comparison live = DIFFER.compare(control, candidate);
    assertThat(live.differences()).isEmpty();
    assertThat(DIFFER.compare(frozen(control), frozen(candidate)).differences()).isEmpty();
  }

  private static Outcome frozen(Object live) throws Uncapturable {
    return Outcome.returned(Freezer.freezeLeniently(live, new Meter(Bounds.DEFAULT)));
  }

  private static HashMultiset<String> bag(String... elements) {
    return HashMultiset.create(Arrays.asList(elements));
  }

  private static Map<String, Integer> map(String key, int value) {
    return Collections.singletonMap(key, value);
  }

  private static Table<String, String, Integer> table(int value) {
    Table<String, String, Integer> table = HashBasedTable.create();
    table.put("r", "c", value);
    return table;
  }

  /** A map that keeps its entries in a map of its own, not in its superclass. */
  private static Object fast(int value) {
    FastHashMap map = new FastHashMap();
    map.put("a", value);
    map.setFast(true);
    return map;
  }

  private static Object fastList(int value) {
    FastArrayList list = new FastArrayList();
    list.add(value);
    list.setFast(true);
    return list;
  }

  private static Object bits(int bit) {
    com.carrotsearch.hppc.BitSet bits = new com.carrotsearch.hppc.BitSet();
    bits.set(bit);
    return bits;
  }

  private static com.carrotsearch.hppc.IntIntHashMap hppc() {
    com.carrotsearch.hppc.IntIntHashMap map = new com.carrotsearch.hppc.IntIntHashMap();
    map.put(1, 2);
    map.put(2, 3);
    return map;
  }

  private static <M extends Int2ObjectMap<String>> M filled(M map, int... keys) {
    for (int key : keys) {
      map.put(key, "v" + key);
    }
    return map;
  }
}
