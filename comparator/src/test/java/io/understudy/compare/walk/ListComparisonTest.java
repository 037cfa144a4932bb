package io.understudy.compare.walk;

import static io.understudy.compare.walk.ComparisonFixture.plainly;
import static io.understudy.compare.walk.SampleTypes.list;
import static io.understudy.compare.walk.SampleTypes.map;
import static io.understudy.value.PathPattern.parse;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.compare.Comparison;
import io.understudy.compare.rule.Rules;
import io.understudy.compare.walk.SampleTypes.Box;
import io.understudy.compare.walk.SampleTypes.Line;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ListComparisonTest {
  private static final String LIST = "java.util.Collections$UnmodifiableRandomAccessList";

  @Test
  void anotherOrderIsOneDifference() {
    assertThat(plainly(list("a", "b", "c"), list("c", "a", "b")))
        .containsExactly("(root) ORDER: " + LIST + " / " + LIST);
    assertThat(plainly(list(new Box(1), new Box(2)), list(new Box(2), new Box(1)))).hasSize(1);
  }

  @Test
  void anotherOrderWithDuplicates() {
    assertThat(plainly(list("a", "a", "b"), list("b", "a", "a"))).hasSize(1);
    assertThat(plainly(list("a", "a", "b", "c"), list("a", "b", "b", "c")))
        .containsExactly("/1 VALUE: a / b");
  }

  @Test
  void oneElementChanged() {
    assertThat(plainly(list(1, 2, 3), list(1, 9, 3))).containsExactly("/1 VALUE: 2 / 9");
  }

  @Test
  void elementInserted() {
    assertThat(plainly(list("a", "b", "c", "d"), list("x", "a", "b", "c", "d")))
        .containsExactly("/0 EXTRA: null / x");
    assertThat(plainly(list("a", "b"), list("a", "b", "c"))).containsExactly("/2 EXTRA: null / c");
  }

  @Test
  void elementRemoved() {
    assertThat(plainly(list("a", "b", "c", "d"), list("a", "c", "d")))
        .containsExactly("/1 MISSING: b / null");
    assertThat(plainly(list("a"), list())).containsExactly("/0 MISSING: a / null");
  }

  @Test
  void elementInsertedAndAnotherRemoved() {
    assertThat(plainly(list("a", "b", "c", "d"), list("x", "a", "b", "c")))
        .containsExactly("/0 EXTRA: null / x", "/3 MISSING: d / null");
  }

  @Test
  void elementRemovedAndAnotherChanged() {
    List<Object> control = list(line(1, "1"), line(2, "2"), line(3, "3"), line(4, "4"));
    List<Object> candidate = list(line(2, "2"), line(3, "3.5"), line(4, "4"));

    assertThat(plainly(control, candidate))
        .containsExactly(
            "/0 MISSING: io.understudy.compare.walk.SampleTypes$Line / null",
            "/2/price VALUE: 3 / 3.5");
  }

  @Test
  void neighboursOfWhichOneIsRemovedAndOneChanged() {
    List<Object> control = list(line(1, "1"), line(2, "2"), line(3, "3"), line(4, "4"));
    List<Object> candidate = list(line(1, "1"), line(3, "3.5"), line(4, "4"));

    assertThat(plainly(control, candidate))
        .containsExactly(
            "/1 MISSING: io.understudy.compare.walk.SampleTypes$Line / null",
            "/2/price VALUE: 3 / 3.5");
  }

  private static Line line(int number, String price) {
    return new Line("sku" + number, price, number);
  }

  @Test
  void rulesForOneIndexKeepElementsInTheirPlaces() {
    ComparisonFixture rules = ComparisonFixture.under(Rules.builder().ignore(parse("/0")));

    assertThat(rules.differences(list("a", "b", "c"), list("c", "a", "b")))
        .containsExactly("/1 VALUE: b / a", "/2 VALUE: c / b");
  }

  @Test
  void nothingInCommon() {
    assertThat(plainly(list(1, 2), list(3, 4)))
        .containsExactly("/0 VALUE: 1 / 3", "/1 VALUE: 2 / 4");
    assertThat(plainly(list(1, 2), list(3, 4, 5)))
        .containsExactly("/0 VALUE: 1 / 3", "/1 VALUE: 2 / 4", "/2 EXTRA: null / 5");
  }

  @Test
  void nestedLists() {
    assertThat(plainly(list(list(1, 2), list(3)), list(list(2, 1), list(3))))
        .containsExactly("/0 ORDER: " + LIST + " / " + LIST);
    assertThat(plainly(map("a", list(list(1))), map("a", list(list(2)))))
        .containsExactly("/a/0/0 VALUE: 1 / 2");
  }

  @Test
  void manyDifferencesAreCountedButNotKept() {
    int[] control = IntStream.range(0, 1_000_000).toArray();
    int[] candidate = IntStream.range(0, 1_000_000).map(i -> i + 5_000_000).toArray();

    Comparison comparison = Differ.with(Rules.none()).compare(control, candidate);

    assertThat(comparison.count()).isEqualTo(1_000_000);
    assertThat(comparison.differences()).hasSize(64);
  }

  @Test
  void longListsWithEditsAreAligned() {
    Random random = new Random(7);
    List<Object> control =
        IntStream.range(0, 20_000).mapToObj(i -> random.nextInt()).collect(toList());
    List<Object> candidate = new ArrayList<>(control);
    candidate.remove(17_000);
    candidate.add(12_000, "new");
    candidate.set(5_000, "changed");
    candidate.remove(100);

    assertThat(plainly(control, candidate))
        .containsExactly(
            "/100 MISSING: " + control.get(100) + " / null",
            "/5000 TYPE: " + control.get(5_000) + " / changed",
            "/11999 EXTRA: null / new",
            "/17000 MISSING: " + control.get(17_000) + " / null");
  }

  @Test
  void longShuffledListIsOneDifference() {
    List<Object> control = IntStream.range(0, 5_000).mapToObj(Box::new).collect(toList());
    List<Object> candidate = IntStream.range(0, 5_000).mapToObj(Box::new).collect(toList());
    Collections.shuffle(candidate, new Random(1));

    assertThat(plainly(control, candidate)).hasSize(1);
  }

  @Test
  void specialNumbersInArrays() {
    assertThat(plainly(new double[] {0.0, Double.NaN}, new double[] {-0.0, Double.NaN})).isEmpty();
    assertThat(plainly(new float[] {1.5f}, new double[] {1.5})).isEmpty();
    assertThat(plainly(new char[] {'a'}, list("a"))).isEmpty();
    assertThat(plainly(new boolean[] {true, false}, new boolean[] {true, true})).hasSize(1);
  }
}
