package io.understudy.compare.walk;

import static io.understudy.compare.walk.ComparisonFixture.plainly;
import static io.understudy.compare.walk.SampleTypes.list;
import static io.understudy.compare.walk.SampleTypes.map;
import static io.understudy.value.PathPattern.parse;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.compare.rule.Rules;
import io.understudy.compare.walk.SampleTypes.Box;
import io.understudy.compare.walk.SampleTypes.LegacyLine;
import io.understudy.compare.walk.SampleTypes.Line;
import io.understudy.compare.walk.SampleTypes.Pair;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MultisetComparisonTest {
  private static final ComparisonFixture UNORDERED =
      ComparisonFixture.under(Rules.builder().unordered(parse("")));

  private static ComparisonFixture tolerating(String path, String most) {
    return ComparisonFixture.under(
        Rules.builder().unordered(parse("")).tolerateAbsolute(parse(path), new BigDecimal(most)));
  }

  @Test
  void anotherOrder() {
    assertThat(UNORDERED.differences(list("a", "b", "a"), list("b", "a", "a"))).isEmpty();
    assertThat(UNORDERED.differences(list(list(1), list(2)), list(list(2L), list(1L)))).isEmpty();
  }

  @Test
  void eachElementHasOnePartner() {
    assertThat(UNORDERED.differences(list("a", "b"), list("a", "a")))
        .containsExactly("/1 MISSING: b / null", "/1 EXTRA: null / a");
    assertThat(UNORDERED.differences(list("a", "a"), list("a")))
        .containsExactly("/1 MISSING: a / null");
  }

  @Test
  void nullsAreElements() {
    assertThat(UNORDERED.differences(list(null, 1), list(1, null))).isEmpty();
    assertThat(UNORDERED.differences(list(null, 1), list(1, 1)))
        .containsExactly("/0 MISSING: null / null", "/1 EXTRA: null / 1");
  }

  @Test
  void unorderedListIsNotASet() {
    assertThat(UNORDERED.differences(list(1), Collections.singleton(1))).hasSize(1);
  }

  @Test
  void changedElementIsComparedWithTheMostSimilarOne() {
    assertThat(
            UNORDERED.differences(
                list(
                    new LegacyLine("A", "1", 1),
                    new LegacyLine("B", "2", 2),
                    new LegacyLine("C", "3", 3)),
                list(new Line("B", "2", 2), new Line("C", "3.5", 3), new Line("A", "1", 7))))
        .containsExactly("/0/quantity VALUE: 1 / 7", "/2/price VALUE: 3 / 3.5");
  }

  @Test
  void elementsWithLittleInCommonAreMissingAndExtra() {
    assertThat(UNORDERED.differences(list(new Line("A", "1", 1)), list(new Line("B", "2", 1))))
        .containsExactly(
            "/0 MISSING: io.understudy.compare.walk.SampleTypes$Line / null",
            "/0 EXTRA: null / io.understudy.compare.walk.SampleTypes$Line");
  }

  @Test
  void opaqueElementsAreNeverEqual() {
    Thread thread = Thread.currentThread();

    assertThat(UNORDERED.differences(list(thread), list(thread)))
        .containsExactly("/0 OPAQUE: java.lang.Thread / java.lang.Thread (" + reason(thread) + ")");
    assertThat(UNORDERED.differences(list(thread, thread), list(thread, thread))).hasSize(4);
  }

  private static String reason(Object opaque) {
    return Differ.with(Rules.none()).compare(opaque, opaque).differences().get(0).reason();
  }

  @Test
  void elementsThatDifferInIgnoredPartsArePaired() {
    ComparisonFixture rules =
        ComparisonFixture.under(Rules.builder().unordered(parse("")).ignore(parse("/*/id")));

    assertThat(
            rules.differences(
                list(map("id", 1, "v", "a"), map("id", 2, "v", "b")),
                list(map("id", 3, "v", "b"), map("v", "a"))))
        .isEmpty();
  }

  @Test
  void toleranceMayNeedPartnersToBeExchanged() {
    // The first partner of 1.0 is 1.4, which 1.8 needs.
    assertThat(tolerating("/*", "0.5").differences(list(1.0, 1.8), list(1.4, 0.6))).isEmpty();
    // 5 equals 5, but only the pairs 5-6 and 4-5 leave no element over.
    assertThat(tolerating("/*", "1").differences(list(5, 4), list(6, 5))).isEmpty();
  }

  @Test
  void toleranceInsideElementsMayNeedPartnersToBeExchanged() {
    assertThat(
            tolerating("/*/left", "0.5")
                .differences(
                    list(new Pair(1.0, "x"), new Pair(1.8, "x"), new Pair(1.8, "y")),
                    list(new Pair(1.4, "x"), new Pair(1.5, "y"), new Pair(0.6, "x"))))
        .isEmpty();
  }

  @Test
  void elementsWithoutAPartnerUnderATolerance() {
    assertThat(tolerating("/*", "0.5").differences(list(1, 2, 9), list(2, 1, 4)))
        .containsExactly("/2 MISSING: 9 / null", "/2 EXTRA: null / 4");
  }

  @Test
  void setsOfBeansWithoutEquals() {
    Set<Object> control = new LinkedHashSet<>(Arrays.asList(new Box(1), new Box(2)));
    Set<Object> candidate = new LinkedHashSet<>(Arrays.asList(new Box(2), new Box(1)));

    assertThat(plainly(control, candidate)).isEmpty();
  }

  @Test
  void setsInTheSameOrderOfWhichOneIsLonger() {
    Set<Object> shorter = new LinkedHashSet<>(Arrays.asList("a", "b"));
    Set<Object> longer = new LinkedHashSet<>(Arrays.asList("a", "b", "c"));

    assertThat(plainly(shorter, longer)).containsExactly("/2 EXTRA: null / c");
    assertThat(plainly(longer, shorter)).containsExactly("/2 MISSING: c / null");
    assertThat(plainly(Collections.emptySet(), Collections.emptySet())).isEmpty();
    assertThat(plainly(Collections.emptySet(), shorter)).hasSize(2);
  }

  @Test
  void nestedSets() {
    Set<Object> control = Collections.singleton(Collections.singleton(new Box(1)));
    Set<Object> candidate = Collections.singleton(Collections.singleton(new Box(1)));

    assertThat(plainly(control, candidate)).isEmpty();
  }

  @Test
  void thousandsOfElementsOfWhichOneChanged() {
    List<Object> control =
        IntStream.range(0, 5_000)
            .mapToObj(i -> new LegacyLine("s" + i, i + ".5", i))
            .collect(toList());
    List<Object> candidate =
        IntStream.range(0, 5_000)
            .mapToObj(i -> new Line("s" + i, i == 77 ? "9" : i + ".5", i))
            .collect(toList());
    Collections.shuffle(candidate, new Random(5));

    assertThat(UNORDERED.differences(control, candidate))
        .containsExactly("/77/price VALUE: 77.5 / 9");
  }

  @Test
  void thousandsOfEqualElements() {
    List<Object> same = Collections.nCopies(50_000, "x");

    assertThat(UNORDERED.differences(same, same)).isEmpty();
  }

  @Test
  void thousandsOfNumbersUnderATolerance() {
    List<Double> control = IntStream.range(0, 20_000).mapToObj(i -> i * 0.37).collect(toList());
    List<Double> candidate =
        Stream.concat(control.stream().map(d -> d + 0.001).skip(1), Stream.of(-5.0))
            .collect(toList());
    Collections.shuffle(candidate, new Random(3));

    assertThat(tolerating("/*", "0.002").differences(control, candidate)).hasSize(2);
  }

  @Test
  void elementsThatDifferAtADeepLevelArePaired() {
    List<Object> control = IntStream.range(0, 3_000).mapToObj(Deep::new).collect(toList());
    List<Object> candidate = IntStream.range(0, 3_000).mapToObj(Deep::new).collect(toList());
    Collections.reverse(candidate);

    assertThat(UNORDERED.differences(control, candidate)).isEmpty();
    candidate.set(0, new Deep(-1));
    assertThat(UNORDERED.differences(control, candidate))
        .containsExactly(
            "/2999/content/content/content/content/content/content/content/content/content/content"
                + "/content VALUE: 2999 / -1");
  }

  /** Differs only below the levels that are hashed. */
  private static final class Deep {
    Object content;

    Deep(int value) {
      content = value;
      for (int i = 0; i < 10; i++) {
        content = new Box(content);
      }
    }
  }
}
