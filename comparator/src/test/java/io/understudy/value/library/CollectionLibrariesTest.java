package io.understudy.value.library;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.HashBasedTable;
import com.google.common.collect.HashMultiset;
import com.google.common.collect.ImmutableBiMap;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.LinkedHashMultimap;
import com.google.common.collect.Table;
import io.understudy.value.Kind;
import io.understudy.value.shape.Shape;
import io.understudy.value.view.FrozenText;
import io.understudy.value.view.StandardShapes;
import io.vavr.Lazy;
import io.vavr.Tuple;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Collections and optional values of Vavr and Guava. */
class CollectionLibrariesTest {
  static Stream<Arguments> vavr() {
    return Stream.of(
        Arguments.of(io.vavr.collection.List.of(2, 1), "[2, 1]"),
        Arguments.of(io.vavr.collection.List.empty(), "[]"),
        Arguments.of(io.vavr.collection.Vector.of("a", null), "[a, null]"),
        Arguments.of(io.vavr.collection.Array.of(1), "[1]"),
        Arguments.of(io.vavr.collection.Queue.of(1, 2), "[1, 2]"),
        Arguments.of(io.vavr.collection.HashSet.of(1), "set(1)"),
        Arguments.of(io.vavr.collection.LinkedHashSet.of(2, 1), "set(2, 1)"),
        Arguments.of(io.vavr.collection.PriorityQueue.of(3), "set(3)"),
        Arguments.of(io.vavr.collection.HashMap.of("k", 1), "{k = 1}"),
        Arguments.of(io.vavr.collection.LinkedHashMap.of("b", null, "a", 1), "{b = null, a = 1}"),
        Arguments.of(io.vavr.collection.HashMap.empty(), "{}"),
        Arguments.of(Option.of(1), "some(1)"),
        Arguments.of(Option.none(), "none"),
        Arguments.of(Option.some(null), "none"),
        Arguments.of(Either.left("e"), "{left: e}"),
        Arguments.of(Either.right(1), "{right: 1}"),
        Arguments.of(Tuple.of(1, "a"), "{_1: 1, _2: a}"),
        Arguments.of(
            io.vavr.collection.Stream.of(1),
            "uncapturable: io.vavr.collection.StreamModule$ConsImpl makes its elements when asked"),
        Arguments.of(Lazy.of(() -> 1), "uncapturable: io.vavr.Lazy was not evaluated yet"));
  }

  static Stream<Arguments> guava() {
    ArrayListMultimap<String, Integer> lists = ArrayListMultimap.create();
    lists.put("a", 2);
    lists.put("a", 1);
    LinkedHashMultimap<String, Integer> sets = LinkedHashMultimap.create();
    sets.put("a", 2);
    sets.put("a", 2);
    Table<String, String, Integer> table = HashBasedTable.create();
    table.put("r", "c", 1);
    return Stream.of(
        Arguments.of(com.google.common.base.Optional.of(1), "some(1)"),
        Arguments.of(com.google.common.base.Optional.absent(), "none"),
        Arguments.of(lists, "{a = [2, 1]}"),
        Arguments.of(sets, "{a = set(2)}"),
        Arguments.of(ArrayListMultimap.create(), "{}"),
        Arguments.of(table, "{r = {c = 1}}"),
        Arguments.of(HashMultiset.create(Arrays.asList(1, 1)), "set(1, 1)"),
        Arguments.of(ImmutableList.of(2, 1), "[2, 1]"),
        Arguments.of(ImmutableSet.of(2, 1), "set(2, 1)"),
        Arguments.of(ImmutableBiMap.of("a", 1), "{a = 1}"),
        Arguments.of(ImmutableSortedMap.of("b", 1, "a", 2), "{a = 2, b = 1}"));
  }

  @ParameterizedTest
  @MethodSource({"vavr", "guava"})
  void objectIsReadAsItsContents(Object live, String expected) {
    assertThat(FrozenText.frozen(live)).isEqualTo(expected);
  }

  @Test
  void evaluatedLazyIsItsValue() {
    Lazy<Integer> lazy = Lazy.of(() -> 1);
    assertThat(lazy.get()).isEqualTo(1);

    assertThat(FrozenText.frozen(lazy)).isEqualTo("some(1)");
  }

  @Test
  void liveVavrCollectionHasASize() {
    Shape list = StandardShapes.of(io.vavr.collection.List.of(1, 2));
    Shape map = StandardShapes.of(io.vavr.collection.HashMap.of("k", 1));

    assertThat(list.kind()).isEqualTo(Kind.LIST);
    assertThat(list.size(io.vavr.collection.List.of(1, 2))).isEqualTo(2);
    assertThat(map.kind()).isEqualTo(Kind.MAP);
    assertThat(map.size(io.vavr.collection.HashMap.of("k", 1))).isEqualTo(1);
    assertThat(map.isOrdered()).isFalse();
  }

  /** The entries of a map are collected in a set, which must not call the equals of a key. */
  @Test
  void equalsOfAKeyIsNotCalled() {
    Object key =
        new Object() {
          private int hashes;

          @Override
          @SuppressWarnings("EqualsUnsafeCast")
          public boolean equals(Object other) {
            throw new IllegalStateException("equals");
          }

          @Override
          public int hashCode() {
            if (hashes++ > 0) {
              throw new IllegalStateException("hashCode");
            }
            return 1;
          }
        };
    io.vavr.collection.Map<Object, Integer> map = io.vavr.collection.HashMap.of(key, 1);

    assertThat(FrozenText.frozen(map)).endsWith("} = 1}").doesNotContain("threw");
  }
}
