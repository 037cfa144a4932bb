package io.understudy.compare.walk;

import io.understudy.compare.walk.SampleTypes.Box;
import io.understudy.compare.walk.SampleTypes.Colour;
import io.understudy.compare.walk.SampleTypes.NewColour;
import io.understudy.compare.walk.SampleTypes.Pair;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.Date;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Arbitrary values that are small and similar, so that equal ones are frequent. */
final class RandomValues {
  private RandomValues() {}

  /** Scalars of all sorts. */
  static Arbitrary<Object> scalars() {
    return Arbitraries.of(
        1,
        1L,
        1.0,
        new BigDecimal("1.00"),
        BigInteger.ONE,
        2,
        0.1,
        new BigDecimal("0.1"),
        -1,
        "a",
        'a',
        "b",
        "RED",
        Colour.RED,
        NewColour.RED,
        Colour.GREEN,
        true,
        false,
        Instant.EPOCH,
        new Date(0),
        LocalDate.MIN,
        Double.NaN,
        Float.NaN);
  }

  /** Numbers that are near each other. */
  static Arbitrary<Object> numbers() {
    return Arbitraries.of(1, 1.25, 1.5, new BigDecimal("1.75"), 2L, 2.5f, 3);
  }

  /** Trees of lists, arrays, sets, maps, beans and Optionals over such leaves. */
  static Arbitrary<Object> trees(Arbitrary<Object> leaves) {
    return Arbitraries.recursive(() -> leaves.injectNull(0.05), RandomValues::composed, 0, 3);
  }

  private static Arbitrary<Object> composed(Arbitrary<Object> inner) {
    Arbitrary<List<Object>> few = inner.list().ofMaxSize(3);
    return Arbitraries.oneOf(
        few.map(list -> list),
        few.map(list -> list.toArray()),
        few.map(RandomValues::set),
        inner.map(Box::new),
        inner.list().ofSize(2).map(two -> new Pair(two.get(0), two.get(1))),
        inner.map(Optional::ofNullable),
        Arbitraries.maps(Arbitraries.of("x", "y"), inner).ofMaxSize(2).map(map -> map));
  }

  /** A set by identity, which may contain equal elements. */
  static Object set(List<Object> elements) {
    Set<Object> set = Collections.newSetFromMap(new IdentityHashMap<>());
    set.addAll(elements);
    return set;
  }

  /** Graphs of pairs in which each part may refer to any other. */
  static Arbitrary<Object> graphs() {
    return Arbitraries.integers()
        .between(0, 7)
        .array(Integer[].class)
        .ofSize(10)
        .map(Arrays::asList)
        .map(RandomValues::graph);
  }

  /** Five nodes with two references each: below 5 to a node, otherwise to a leaf. */
  private static Object graph(List<Integer> ways) {
    Pair[] nodes = new Pair[5];
    for (int i = 0; i < nodes.length; i++) {
      nodes[i] = new Pair(null, null);
    }
    for (int i = 0; i < nodes.length; i++) {
      nodes[i].left = end(nodes, ways.get(2 * i));
      nodes[i].right = end(nodes, ways.get(2 * i + 1));
    }
    return nodes[0];
  }

  private static Object end(Pair[] nodes, int way) {
    return way < nodes.length ? nodes[way] : "leaf" + way % 2;
  }
}
