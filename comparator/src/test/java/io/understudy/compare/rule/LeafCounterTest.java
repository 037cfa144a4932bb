package io.understudy.compare.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LeafCounterTest {
  private static LeafCounter counted(RulesBuilder rules, @Nullable Object object) {
    Rules built = rules.build();
    LeafCounter counter = new LeafCounter(built.all().size());
    counter.count(object, built.root());
    return counter;
  }

  private static long leaves(@Nullable Object object) {
    return counted(Rules.builder(), object).all();
  }

  private static Map<Object, @Nullable Object> order() {
    Map<Object, @Nullable Object> order = new TreeMap<>();
    order.put("id", 1);
    order.put("lines", Arrays.asList("a", "b", "c"));
    order.put("note", null);
    return order;
  }

  @Test
  void scalarsAndNullsAreLeaves() {
    assertThat(leaves(null)).isEqualTo(1);
    assertThat(leaves(1)).isEqualTo(1);
    assertThat(leaves(order())).isEqualTo(5);
    assertThat(leaves(Arrays.asList(1, null, "a"))).isEqualTo(3);
    assertThat(leaves(Optional.of("a"))).isEqualTo(1);
    assertThat(leaves(Collections.emptyList())).isZero();
    assertThat(leaves(new long[7])).isEqualTo(7);
    assertThat(leaves(Thread.currentThread())).isEqualTo(1);
  }

  @Test
  void sharedObjectCountsOnce() {
    List<Integer> shared = Arrays.asList(1, 2);

    assertThat(leaves(Arrays.asList(shared, shared))).isEqualTo(2);
    assertThat(leaves(Arrays.asList(shared, new ArrayList<>(shared)))).isEqualTo(4);
  }

  @Test
  void cycleEnds() {
    List<Object> ring = new ArrayList<>();
    ring.add(1);
    ring.add(ring);

    assertThat(leaves(ring)).isEqualTo(1);
  }

  @Test
  void leavesBelowAnIgnoredPlaceAreHidden() {
    LeafCounter counter =
        counted(
            Rules.builder()
                .ignore(RuleScope.parse("/lines"))
                .ignore(RuleScope.parse("/note"))
                .tolerate(RuleScope.parse("/id"), Tolerance.parse("1")),
            order());

    assertThat(counter.all()).isEqualTo(5);
    assertThat(counter.hiddenBy(0)).isEqualTo(3);
    assertThat(counter.hiddenBy(1)).isEqualTo(1);
    assertThat(counter.hiddenBy(2)).isZero();
  }

  @Test
  void outerOfTwoIgnoringRulesHidesALeaf() {
    LeafCounter counter =
        counted(
            Rules.builder().ignore(RuleScope.parse("/lines/0")).ignore(RuleScope.parse("/lines")),
            order());

    assertThat(counter.hiddenBy(0)).isZero();
    assertThat(counter.hiddenBy(1)).isEqualTo(3);
  }

  @Test
  void elementsByIndexAndByType() {
    LeafCounter byIndex =
        counted(Rules.builder().ignore(RuleScope.parse("/1")), Arrays.asList(1, 2, 3));
    LeafCounter byType =
        counted(
            Rules.builder().ignore(RuleScope.type("java.lang.Integer")),
            new Object[] {1, "a", 2, new int[] {3}});

    assertThat(byIndex.hiddenBy(0)).isEqualTo(1);
    assertThat(byType.hiddenBy(0)).isEqualTo(3);
    assertThat(byType.all()).isEqualTo(4);
  }

  @Test
  void objectThatThrowsIsOneLeaf() {
    List<Object> broken =
        new AbstractList<Object>() {
          @Override
          public Object get(int index) {
            throw new IllegalStateException();
          }

          @Override
          public int size() {
            return 3;
          }
        };

    assertThat(leaves(Arrays.asList(broken, 1))).isEqualTo(2);
  }

  @Test
  void countingStopsInALargeGraph() {
    List<Object> large = new ArrayList<>(Collections.nCopies(300_000, "x"));

    assertThat(leaves(large)).isEqualTo(200_000);
  }
}
