package io.understudy.compare.walk;

import static io.understudy.compare.walk.SampleTypes.map;
import static io.understudy.value.PathPattern.parse;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.compare.Comparison;
import io.understudy.compare.ComparisonMode;
import io.understudy.compare.DifferenceKind;
import io.understudy.compare.rule.Rules;
import io.understudy.compare.walk.SampleTypes.Pair;
import io.understudy.value.Bounds;
import io.understudy.value.Meter;
import io.understudy.value.Uncapturable;
import io.understudy.value.view.Freezer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** Properties of every comparison, against an oracle without shortcuts. */
class DifferPropertiesTest {
  private static final Differ PLAIN = Differ.with(Rules.none());
  private static final Differ EXACT =
      Differ.with(Rules.builder().mode(ComparisonMode.EXACT).build());
  private static final Differ UNORDERED =
      Differ.with(Rules.builder().unordered(parse("/**")).build());
  private static final Differ TOLERANT =
      Differ.with(Rules.builder().tolerateAbsolute(parse("/**"), new BigDecimal("0.25")).build());
  private static final Differ BOTH =
      Differ.with(
          Rules.builder()
              .unordered(parse("/**"))
              .tolerateAbsolute(parse("/**"), new BigDecimal("0.25"))
              .build());
  private static final List<Differ> ALL = Arrays.asList(PLAIN, EXACT, UNORDERED, TOLERANT, BOTH);

  @Provide
  Arbitrary<Object> trees() {
    return RandomValues.trees(RandomValues.scalars());
  }

  @Provide
  Arbitrary<Object> numberTrees() {
    return RandomValues.trees(RandomValues.numbers());
  }

  @Provide
  Arbitrary<Object> graphs() {
    return RandomValues.graphs();
  }

  @Property(tries = 1000)
  void reflexive(@ForAll("trees") Object tree) throws Uncapturable {
    Object frozen = Freezer.freeze(tree, new Meter(Bounds.DEFAULT));
    for (Differ differ : ALL) {
      assertThat(differ.compare(tree, tree).isEqual()).isTrue();
      assertThat(differ.compare(tree, frozen).isEqual()).isTrue();
    }
  }

  @Property(tries = 2000)
  void symmetricUpToSides(@ForAll("trees") Object a, @ForAll("trees") Object b) {
    for (Differ differ : ALL) {
      assertThat(differ.compare(a, b).isEqual()).isEqualTo(differ.compare(b, a).isEqual());
    }
  }

  @Property(tries = 1000)
  void differencesAreTheSameFromTheOtherSide(
      @ForAll("fewNumbers") List<Integer> a, @ForAll("fewNumbers") List<Integer> b) {
    List<String> there = kinds(UNORDERED.compare(a, b), false);
    List<String> back = kinds(UNORDERED.compare(b, a), true);

    assertThat(there).containsExactlyInAnyOrderElementsOf(back);
  }

  private static List<String> kinds(Comparison comparison, boolean mirrored) {
    return comparison.differences().stream()
        .map(
            difference -> {
              boolean control = mirrored != (difference.kind() == DifferenceKind.MISSING);
              return difference.kind() == DifferenceKind.MISSING
                      || difference.kind() == DifferenceKind.EXTRA
                  ? (control ? "control has " : "candidate has ")
                      + (difference.control() == null
                          ? difference.candidate()
                          : difference.control())
                  : difference.kind().toString();
            })
        .collect(toList());
  }

  @Property(tries = 3000)
  void verdictAgreesWithTheOracle(@ForAll("trees") Object a, @ForAll("trees") Object b) {
    assertThat(PLAIN.compare(a, b).isEqual())
        .isEqualTo(new NaiveComparison("0", false).areEqual(a, b));
    assertThat(UNORDERED.compare(a, b).isEqual())
        .isEqualTo(new NaiveComparison("0", true).areEqual(a, b));
  }

  @Property(tries = 3000)
  void verdictUnderToleranceAgreesWithTheOracle(
      @ForAll("numberTrees") Object a, @ForAll("numberTrees") Object b) {
    assertThat(TOLERANT.compare(a, b).isEqual())
        .isEqualTo(new NaiveComparison("0.25", false).areEqual(a, b));
    assertThat(BOTH.compare(a, b).isEqual())
        .isEqualTo(new NaiveComparison("0.25", true).areEqual(a, b));
  }

  @Provide
  Arbitrary<List<Integer>> fewNumbers() {
    return Arbitraries.integers().between(0, 4).list().ofMaxSize(6);
  }

  @Provide
  Arbitrary<Map<String, Object>> rows() {
    Arbitrary<Object> cells =
        Arbitraries.oneOf(
            RandomValues.numbers(),
            RandomValues.numbers().list().ofSize(2).map(two -> new Pair(two.get(0), two.get(1))));
    return Arbitraries.maps(Arbitraries.of("a", "b", "c", "d", "e"), cells).ofMaxSize(5);
  }

  @Property(tries = 2000)
  void countAgreesWithTheOracle(
      @ForAll("rows") Map<String, Object> a, @ForAll("rows") Map<String, Object> b) {
    assertThat(PLAIN.compare(a, b).count()).isEqualTo(new NaiveComparison("0", false).count(a, b));
    assertThat(TOLERANT.compare(a, b).count())
        .isEqualTo(new NaiveComparison("0.25", false).count(a, b));
  }

  @Property(tries = 2000)
  void keyedListsAgreeWithBruteForce(
      @ForAll("fewNumbers") List<Integer> a, @ForAll("fewNumbers") List<Integer> b) {
    Differ keyed = Differ.with(Rules.builder().keyed(parse(""), "k").build());
    Comparison comparison = keyed.compare(elements(a), elements(b));

    assertThat(comparison.isEqual())
        .isEqualTo(new NaiveComparison("0", true).areEqual(elements(a), elements(b)));
    assertThat(comparison.count()).isEqualTo(keyedCount(a, b));
  }

  /** Elements of which several share a key: 0 and 1, 2 and 3, 4. */
  private static List<Object> elements(List<Integer> numbers) {
    List<Object> elements = new ArrayList<>();
    numbers.forEach(number -> elements.add(map("k", number / 2, "v", number)));
    return elements;
  }

  /** For each key: elements without an equal one are paired in order, and the rest is surplus. */
  private static long keyedCount(List<Integer> a, List<Integer> b) {
    Set<Integer> keys = new HashSet<>();
    a.forEach(number -> keys.add(number / 2));
    b.forEach(number -> keys.add(number / 2));
    long count = 0;
    for (int key : keys) {
      List<Integer> mine = a.stream().filter(number -> number / 2 == key).collect(toList());
      List<Integer> theirs = b.stream().filter(number -> number / 2 == key).collect(toList());
      for (Integer number : new ArrayList<>(mine)) {
        if (theirs.remove(number)) {
          mine.remove(number);
        }
      }
      count += Math.max(mine.size(), theirs.size());
    }
    return count;
  }

  @Property(tries = 1500)
  void graphsWithCyclesCompareAsTheirTrees(@ForAll("graphs") Object a, @ForAll("graphs") Object b) {
    assertThat(PLAIN.compare(a, a).isEqual()).isTrue();
    assertThat(PLAIN.compare(a, b).isEqual()).isEqualTo(look(a, 12).equals(look(b, 12)));
    assertThat(UNORDERED.compare(a, b).isEqual()).isEqualTo(UNORDERED.compare(b, a).isEqual());
  }

  /** The behaviour of a graph, after Moore's algorithm for minimising automata. */
  private static Object look(@Nullable Object graph, int rounds) {
    List<Pair> nodes = new ArrayList<>();
    reach(graph, nodes);
    List<Object> looks = new ArrayList<>(Collections.nCopies(nodes.size(), "?"));
    for (int round = 0; round < rounds; round++) {
      List<Object> next = new ArrayList<>();
      for (Pair node : nodes) {
        // Hashes of the content, so that the text of a node does not grow with the rounds.
        next.add(
            Integer.toHexString(
                Arrays.asList(end(node.left, nodes, looks), end(node.right, nodes, looks))
                    .hashCode()));
      }
      looks = next;
    }
    return end(graph, nodes, looks);
  }

  private static Object end(@Nullable Object end, List<Pair> nodes, List<Object> looks) {
    return end instanceof Pair ? looks.get(nodes.indexOf(end)) : String.valueOf(end);
  }

  private static void reach(@Nullable Object from, List<Pair> nodes) {
    if (from instanceof Pair && !nodes.contains(from)) {
      nodes.add((Pair) from);
      reach(((Pair) from).left, nodes);
      reach(((Pair) from).right, nodes);
    }
  }
}
