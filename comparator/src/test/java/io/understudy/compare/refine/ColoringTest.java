package io.understudy.compare.refine;

import static io.understudy.compare.refine.ColoringFixture.NO_KEYS;
import static io.understudy.value.PathPattern.parse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.compare.ComparisonMode;
import io.understudy.compare.refine.ColoringFixture.Node;
import io.understudy.compare.rule.RuleNode;
import io.understudy.compare.rule.RuleScope;
import io.understudy.compare.rule.Rules;
import io.understudy.compare.rule.RulesBuilder;
import io.understudy.compare.rule.TextRule;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Objects have the same colour exactly when they are equal. */
class ColoringTest {
  private static final class Link {
    final Object value;
    @Nullable Object next;

    Link(Object value, @Nullable Object next) {
      this.value = value;
      this.next = next;
    }
  }

  private static boolean areEqual(
      ComparisonMode mode,
      @Nullable RuleNode node,
      @Nullable Object control,
      @Nullable Object candidate) {
    Coloring coloring = new Coloring(mode, false, new StepBudget(StepBudget.STANDARD), NO_KEYS);
    coloring.add(new Object[] {control}, node, false);
    coloring.add(new Object[] {candidate}, node, true);
    assertThat(coloring.complete(Integer.MAX_VALUE)).isTrue();
    int mine = coloring.of(control, node, false);
    assertThat(mine).isNotNegative();
    return mine == coloring.of(candidate, node, true);
  }

  private static boolean areEqual(@Nullable Object control, @Nullable Object candidate) {
    return areEqual(ComparisonMode.VALUE, null, control, candidate);
  }

  private static boolean areEqual(RulesBuilder rules, Object control, Object candidate) {
    return areEqual(ComparisonMode.VALUE, rules.build().root(), control, candidate);
  }

  private static boolean isRefused(RulesBuilder rules, Object control) {
    RuleNode node = rules.build().root();
    Coloring coloring = new Coloring(ComparisonMode.VALUE, false, new StepBudget(1_000), NO_KEYS);
    coloring.add(new Object[] {control}, node, false);
    return !coloring.complete(100);
  }

  private static Map<@Nullable Object, @Nullable Object> map(@Nullable Object... keysAndValues) {
    Map<@Nullable Object, @Nullable Object> map = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      map.put(keysAndValues[i], keysAndValues[i + 1]);
    }
    return map;
  }

  @Test
  void scalarsByTheirMeaning() {
    assertThat(areEqual(1, 1L)).isTrue();
    assertThat(areEqual(1, new BigDecimal("1.0"))).isTrue();
    assertThat(areEqual(ComparisonMode.EXACT, null, 1, 1L)).isFalse();
    assertThat(areEqual("a", 'a')).isTrue();
    assertThat(areEqual(ComparisonMode.EXACT, null, "a", 'a')).isFalse();
    assertThat(areEqual(null, Optional.empty())).isTrue();
    assertThat(areEqual(ComparisonMode.EXACT, null, null, Optional.empty())).isFalse();
    assertThat(areEqual(Optional.of(1), 1)).isTrue();
    assertThat(areEqual(Optional.of(Optional.empty()), Optional.empty())).isFalse();
    assertThat(areEqual(1, "1")).isFalse();
  }

  @Test
  void scalarsWithTheSameHash() {
    assertThat("AaAaAa".hashCode()).isEqualTo("BBBBBB".hashCode());
    assertThat(areEqual(Arrays.asList("AaAaAa"), Arrays.asList("BBBBBB"))).isFalse();
    assertThat(areEqual(new Node(0L), new Node(1L << 32 | 1))).isFalse();
    assertThat(areEqual(ComparisonMode.EXACT, null, "AaAa", "BBBB")).isFalse();
  }

  @Test
  void whatCannotBeReadIsEqualToNothing() {
    Runnable lambda = () -> {};
    List<Object> list = Collections.singletonList(lambda);
    List<Object> throwing =
        new ArrayList<Object>() {
          @Override
          public java.util.Iterator<Object> iterator() {
            throw new IllegalStateException("closed");
          }
        };

    assertThat(areEqual(lambda, lambda)).isFalse();
    assertThat(areEqual(list, list)).isFalse();
    assertThat(areEqual(throwing, throwing)).isFalse();
    assertThat(areEqual(new Node(throwing), new Node(throwing))).isFalse();
  }

  @Test
  void kindsOfContainers() {
    Set<Object> set = Collections.singleton(1);
    assertThat(areEqual(Arrays.asList(1, 2), new int[] {1, 2})).isTrue();
    assertThat(areEqual(ComparisonMode.EXACT, null, Arrays.asList(1, 2), new int[] {1, 2}))
        .isFalse();
    assertThat(areEqual(Arrays.asList(1, 2), Arrays.asList(2, 1))).isFalse();
    assertThat(areEqual(Arrays.asList(1), set)).isFalse();
    assertThat(areEqual(map("a", 1), map("a", 1, "b", null))).isFalse();
    assertThat(areEqual(map("a", 1, "b", 2), map("b", 2, "a", 1))).isTrue();
  }

  @Test
  void keysThatAreEqualArePairedWithTheirValues() {
    Object a = new int[] {1};
    Object b = new int[] {1};
    assertThat(areEqual(map(a, 1, b, 2), map(a, 2, b, 1))).isTrue();
    assertThat(areEqual(map(a, 1, b, 2), map(a, 1, b, 1))).isFalse();
  }

  @Test
  void mapsWithOneNumberInTwoClassesAsKeysAreRefused() {
    assertThat(isRefused(Rules.builder(), map(1, "a", 1L, "b"))).isTrue();
    assertThat(isRefused(Rules.builder(), map(1, "a", 2L, "b"))).isFalse();
  }

  @Test
  void rulesThatAreNotTransitiveAreRefused() {
    assertThat(
            isRefused(Rules.builder().tolerateAbsolute(parse("/a"), BigDecimal.ONE), map("a", 1)))
        .isTrue();
    assertThat(isRefused(Rules.builder().identity(parse("/a"), "id"), map("a", 1))).isTrue();
    assertThat(isRefused(Rules.builder().rename(parse("/a"), parse("/b")), map("a", 1))).isTrue();
    assertThat(isRefused(Rules.builder().ignore(parse("/a")), map("a", 1))).isFalse();
  }

  @Test
  void ignoredPartsDoNotCount() {
    RulesBuilder rules = Rules.builder().ignore(parse("/a"));
    assertThat(areEqual(rules, map("a", 1, "b", 2), map("a", 3, "b", 2))).isTrue();
    assertThat(areEqual(rules, map("b", 2), map("a", 3, "b", 2))).isTrue();
    assertThat(areEqual(rules, map("b", map("a", 1)), map("b", map("a", 2)))).isFalse();
  }

  @Test
  void otherRules() {
    RuleScope all = RuleScope.everywhere();
    assertThat(areEqual(Rules.builder().unordered(all), Arrays.asList(1, 2), Arrays.asList(2, 1)))
        .isTrue();
    assertThat(
            areEqual(Rules.builder().text(all, TextRule.IGNORE_CASE), map("a", "B"), map("A", "b")))
        .isTrue();
    assertThat(areEqual(Rules.builder().absentIsNull(all), map("a", 1, "b", null), map("a", 1)))
        .isTrue();
    assertThat(
            areEqual(Rules.builder().nullIsEmpty(all), map("a", ""), map("a", new ArrayList<>())))
        .isTrue();
    assertThat(areEqual(Rules.builder().classNames(true), new Node(1), new Node(1))).isTrue();
  }

  @Test
  void ringsOfTwoAndFour() {
    assertThat(areEqual(ring(2, 7), ring(4, 7))).isTrue();
    assertThat(areEqual(ring(2, 7), ring(4, 8))).isFalse();
  }

  private static Link ring(int length, Object value) {
    Link first = new Link(value, null);
    Link last = first;
    for (int i = 1; i < length; i++) {
      last = new Link(value, last);
    }
    first.next = last;
    return first;
  }

  @Test
  void largeRingWithOneOtherValueTakesFewSteps() {
    Link first = new Link(1, null);
    Link last = first;
    for (int i = 1; i < 20_000; i++) {
      last = new Link(0, last);
    }
    first.next = last;
    StepBudget steps = new StepBudget(StepBudget.STANDARD);
    Coloring coloring = new Coloring(ComparisonMode.VALUE, false, steps, NO_KEYS);
    coloring.add(new Object[] {first}, null, false);

    assertThat(coloring.complete(Integer.MAX_VALUE)).isTrue();
    assertThat(coloring.of(first, null, false)).isNotEqualTo(coloring.of(last, null, false));
    assertThat(steps.taken()).isLessThan(20_000 * 100);
  }

  @Test
  void deepGraphsNeedNoStack() {
    Object mine = 0;
    Object theirs = 0;
    for (int i = 0; i < 200_000; i++) {
      mine = new Link(i, mine);
      theirs = new Link(i, theirs);
    }
    assertThat(areEqual(mine, theirs)).isTrue();
    assertThat(areEqual(mine, new Link(0, theirs))).isFalse();
  }

  @Test
  void graphsThatColoursCannotTellApartAreEqualByDefinition() {
    // Two strongly regular graphs of 16 nodes with the same parameters.
    int[][] rook = new int[16][];
    int[][] shrikhande = new int[16][];
    for (int i = 0; i < 16; i++) {
      int x = i / 4;
      int y = i % 4;
      rook[i] =
          new int[] {
            at(x, y + 1), at(x, y + 2), at(x, y + 3), at(x + 1, y), at(x + 2, y), at(x + 3, y)
          };
      shrikhande[i] =
          new int[] {
            at(x, y + 1),
            at(x, y + 3),
            at(x + 1, y),
            at(x + 3, y),
            at(x + 1, y + 1),
            at(x + 3, y + 3)
          };
    }

    assertThat(areEqual(graph(rook), graph(shrikhande))).isTrue();
    rook[3] = new int[] {0};
    assertThat(areEqual(graph(rook), graph(shrikhande))).isFalse();
  }

  private static int at(int x, int y) {
    return x % 4 * 4 + y % 4;
  }

  private static List<Node> graph(int[][] links) {
    List<Node> nodes = new ArrayList<>();
    for (int i = 0; i < links.length; i++) {
      nodes.add(new Node("x"));
    }
    for (int i = 0; i < links.length; i++) {
      for (int j : links[i]) {
        nodes.get(i).set.add(nodes.get(j));
      }
    }
    return nodes;
  }

  @Test
  void boundEndsTheExploration() {
    StepBudget steps = new StepBudget(100);
    Coloring coloring = new Coloring(ComparisonMode.VALUE, false, steps, NO_KEYS);
    coloring.add(new Object[] {ring(1_000, 1)}, null, false);

    assertThatThrownBy(() -> coloring.complete(Integer.MAX_VALUE))
        .isInstanceOf(StepBudget.Exceeded.class)
        .hasMessage("the comparison takes more than 100 steps");
  }
}
