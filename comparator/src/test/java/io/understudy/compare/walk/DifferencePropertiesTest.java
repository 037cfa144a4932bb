package io.understudy.compare.walk;

import static io.understudy.value.PathPattern.parse;
import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.compare.Comparison;
import io.understudy.compare.ComparisonMode;
import io.understudy.compare.rule.Rules;
import io.understudy.compare.rule.RulesBuilder;
import io.understudy.compare.walk.SampleTypes.Box;
import io.understudy.compare.walk.SampleTypes.Pair;
import io.understudy.value.Bounds;
import io.understudy.value.Meter;
import io.understudy.value.Uncapturable;
import io.understudy.value.view.Freezer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class DifferencePropertiesTest {
  private static final Differ PLAIN = Differ.with(Rules.none());
  private static final Differ EXACT =
      Differ.with(Rules.builder().mode(ComparisonMode.EXACT).build());
  private static final Differ UNORDERED =
      Differ.with(Rules.builder().unordered(parse("/**")).build());

  @Provide
  Arbitrary<Object> graphs() {
    Arbitrary<Object> leaves =
        Arbitraries.of(1, 1L, 2, 1.5, "a", "b", 'a', true, new BigDecimal("1.50"));
    return Arbitraries.recursive(
        () -> leaves,
        inner ->
            Arbitraries.oneOf(
                inner.list().ofMaxSize(3).map(list -> (Object) list),
                inner.list().ofMaxSize(2).map(list -> (Object) list.toArray()),
                inner.map(Box::new),
                inner.list().ofSize(2).map(two -> new Pair(two.get(0), two.get(1))),
                Arbitraries.maps(Arbitraries.of("x", "y", 7), inner).ofMaxSize(3).map(m -> m)),
        0,
        3);
  }

  @Property(tries = 500)
  void everythingIsEqualToItself(@ForAll("graphs") Object graph) {
    assertThat(PLAIN.compare(graph, graph).isEqual()).isTrue();
    assertThat(EXACT.compare(graph, graph).isEqual()).isTrue();
    assertThat(UNORDERED.compare(graph, graph).isEqual()).isTrue();
  }

  @Property(tries = 500)
  void everythingIsEqualToItsFrozenForm(@ForAll("graphs") Object graph) throws Uncapturable {
    Object frozen = Freezer.freeze(graph, new Meter(Bounds.DEFAULT));

    assertThat(EXACT.compare(frozen, graph).isEqual()).isTrue();
    assertThat(EXACT.compare(graph, frozen).isEqual()).isTrue();
  }

  @Property(tries = 1000)
  void verdictIsTheSameFromBothSides(@ForAll("graphs") Object a, @ForAll("graphs") Object b) {
    for (Differ differ : Arrays.asList(PLAIN, EXACT, UNORDERED)) {
      assertThat(differ.compare(a, b).isEqual()).isEqualTo(differ.compare(b, a).isEqual());
    }
  }

  @Property(tries = 1000)
  void exactIsStricterAndUnorderedLooser(@ForAll("graphs") Object a, @ForAll("graphs") Object b) {
    if (EXACT.compare(a, b).isEqual()) {
      assertThat(PLAIN.compare(a, b).isEqual()).isTrue();
    }
    if (PLAIN.compare(a, b).isEqual()) {
      assertThat(UNORDERED.compare(a, b).isEqual()).isTrue();
    }
  }

  @Property(tries = 500)
  void equalGraphsShareTheirHash(@ForAll("graphs") Object a, @ForAll("graphs") Object b) {
    if (PLAIN.compare(a, b).isEqual()) {
      assertThat(RuleHashes.ofControl(false, null).of(a, null))
          .isEqualTo(RuleHashes.ofCandidate(false, null).of(b, null));
    }
  }

  @Property(tries = 1000)
  void unorderedListsAgreeWithBruteForce(
      @ForAll("smallLists") List<Integer> a, @ForAll("smallLists") List<Integer> b) {
    Differ differ = Differ.with(Rules.builder().unordered(parse("")).build());
    boolean expected = perfect(a, b, BigDecimal.ZERO);

    assertThat(differ.compare(a, b).isEqual()).isEqualTo(expected);
    assertThat(differ.compare(boxed(a), boxed(b)).isEqual()).isEqualTo(expected);
  }

  @Property(tries = 2000)
  void unorderedListsUnderAToleranceAgreeWithBruteForce(
      @ForAll("smallLists") List<Integer> a, @ForAll("smallLists") List<Integer> b) {
    RulesBuilder rules = Rules.builder().unordered(parse(""));
    Differ numbers = Differ.with(rules.tolerateAbsolute(parse("/*"), BigDecimal.ONE).build());
    Differ boxes =
        Differ.with(
            Rules.builder()
                .unordered(parse(""))
                .tolerateAbsolute(parse("/*/content"), BigDecimal.ONE)
                .build());
    boolean expected = perfect(a, b, BigDecimal.ONE);

    assertThat(numbers.compare(a, b).isEqual()).isEqualTo(expected);
    assertThat(boxes.compare(boxed(a), boxed(b)).isEqual()).isEqualTo(expected);
  }

  @Property(tries = 1000)
  void pairingIsALargestOne(
      @ForAll("smallLists") List<Integer> a, @ForAll("smallLists") List<Integer> b) {
    Differ numbers =
        Differ.with(
            Rules.builder()
                .unordered(parse(""))
                .tolerateAbsolute(parse("/*"), BigDecimal.ONE)
                .build());
    int paired = most(a, b, BigDecimal.ONE, new boolean[b.size()], 0);
    long lone = a.size() + b.size() - 2L * paired;

    // Where one element is left on each side, the two are reported as one changed value.
    assertThat(numbers.compare(a, b).count()).isIn(lone, lone - 1);
  }

  @Provide
  Arbitrary<List<Integer>> smallLists() {
    return Arbitraries.integers().between(0, 6).list().ofMaxSize(6);
  }

  private static List<Object> boxed(List<Integer> numbers) {
    List<Object> boxes = new ArrayList<>();
    numbers.forEach(number -> boxes.add(new Box(number)));
    return boxes;
  }

  private static boolean perfect(List<Integer> a, List<Integer> b, BigDecimal tolerance) {
    return a.size() == b.size() && most(a, b, tolerance, new boolean[b.size()], 0) == a.size();
  }

  /** The size of a largest pairing, by trying all. */
  private static int most(
      List<Integer> a, List<Integer> b, BigDecimal tolerance, boolean[] taken, int i) {
    if (i == a.size()) {
      return 0;
    }
    int most = most(a, b, tolerance, taken, i + 1);
    for (int j = 0; j < b.size(); j++) {
      if (!taken[j] && Math.abs(a.get(i) - b.get(j)) <= tolerance.intValue()) {
        taken[j] = true;
        most = Math.max(most, 1 + most(a, b, tolerance, taken, i + 1));
        taken[j] = false;
      }
    }
    return most;
  }

  @Property(tries = 500)
  void toleranceNeitherLosesNorInventsDifferences(
      @ForAll("smallLists") List<Integer> a, @ForAll("smallLists") List<Integer> b) {
    Map<Object, Object> control = new HashMap<>();
    Map<Object, Object> candidate = new HashMap<>();
    int expected = 0;
    for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
      control.put("k" + i, a.get(i) * 0.25);
      candidate.put("k" + i, new BigDecimal(b.get(i)).multiply(new BigDecimal("0.25")));
      expected += Math.abs(a.get(i) - b.get(i)) > 2 ? 1 : 0;
    }
    Differ differ =
        Differ.with(Rules.builder().tolerateAbsolute(parse("/*"), new BigDecimal("0.5")).build());

    assertThat(differ.compare(control, candidate).count()).isEqualTo(expected);
  }

  @Property(tries = 300)
  void alignmentFindsNoMoreDifferencesThanEdits(@ForAll Random random) {
    List<Object> control = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      control.add("e" + i);
    }
    List<Object> candidate = new ArrayList<>(control);
    int edits = random.nextInt(6);
    for (int e = 0; e < edits; e++) {
      if (random.nextBoolean()) {
        candidate.remove(random.nextInt(candidate.size()));
      } else {
        candidate.add(random.nextInt(candidate.size() + 1), "new" + e);
      }
    }

    Comparison comparison = PLAIN.compare(control, candidate);

    assertThat(comparison.isEqual()).isEqualTo(control.equals(candidate));
    assertThat(comparison.count()).isLessThanOrEqualTo(edits);
  }

  @Property(tries = 300)
  void shuffledListIsOneDifferenceOrNone(@ForAll("graphs") Object graph, @ForAll Random random) {
    List<Object> control = new ArrayList<>(Arrays.asList(graph, 1, "z", new Box(graph)));
    List<Object> candidate = new ArrayList<>(control);
    Collections.shuffle(candidate, random);

    assertThat(PLAIN.compare(control, candidate).count()).isLessThanOrEqualTo(1);
  }
}
