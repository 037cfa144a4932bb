package io.understudy.compare.walk;

import static io.understudy.compare.walk.SampleTypes.list;
import static io.understudy.compare.walk.SampleTypes.map;
import static io.understudy.value.PathPattern.parse;
import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.compare.ComparisonMode;
import io.understudy.compare.Outcome;
import io.understudy.compare.ThrownException;
import io.understudy.compare.rule.Rules;
import io.understudy.compare.rule.RulesBuilder;
import io.understudy.compare.walk.SampleTypes.Box;
import io.understudy.compare.walk.SampleTypes.Crate;
import io.understudy.compare.walk.SampleTypes.Line;
import io.understudy.compare.walk.SampleTypes.Link;
import io.understudy.compare.walk.SampleTypes.Pair;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IgnoreAndTolerateTest {
  private static ComparisonFixture ignoring(String... paths) {
    RulesBuilder rules = Rules.builder();
    for (String path : paths) {
      rules.ignore(parse(path));
    }
    return ComparisonFixture.under(rules);
  }

  private static ComparisonFixture tolerating(String path, String most) {
    return ComparisonFixture.under(
        Rules.builder().tolerateAbsolute(parse(path), new BigDecimal(most)));
  }

  @Test
  void ignoredPart() {
    assertThat(ignoring("/left").differences(new Pair(1, 1), new Pair(2, 1))).isEmpty();
    assertThat(ignoring("/left").differences(new Pair(1, 1), new Pair(1, 2)))
        .containsExactly("/right VALUE: 1 / 2");
  }

  @Test
  void ignoredPartThatOneSideDoesNotHave() {
    assertThat(ignoring("/content").differences(new Box(1), new Object())).isEmpty();
    assertThat(ignoring("/content").differences(new Object(), new Box(1))).isEmpty();
    assertThat(ignoring("/content").differences(new Box(1), new Crate(1)))
        .containsExactly("/inside EXTRA: null / 1");
  }

  @Test
  void ignoredBelowListsMapsAndOptionals() {
    assertThat(
            ignoring("/*/at").differences(list(map("at", 1, "v", 2)), list(map("v", 2, "at", 9))))
        .isEmpty();
    assertThat(ignoring("/k").differences(map("k", 1), map())).isEmpty();
    assertThat(ignoring("/k").differences(map(), map("k", 1))).isEmpty();
    assertThat(ignoring("/content").differences(Optional.of(new Box(1)), Optional.of(new Box(2))))
        .isEmpty();
  }

  @Test
  void ignoredAnywhere() {
    Link control = new Link(1, new Link(2, null));
    Link candidate = new Link(7, new Link(8, null));

    assertThat(ignoring("/**/value").differences(control, candidate)).isEmpty();
  }

  @Test
  void ignoredElement() {
    assertThat(ignoring("/1").differences(list(1, 2, 3), list(1, 9, 3))).isEmpty();
    assertThat(ignoring("/1").differences(list(1, 2, 3), list(9, 9, 3)))
        .containsExactly("/0 VALUE: 1 / 9");
    assertThat(ignoring("/*").differences(list(1, 2), list(3))).isEmpty();
  }

  @Test
  void ignoredOpaquePart() {
    assertThat(ignoring("/left").differences(new Pair(Stream.of(1), 1), new Pair(null, 1)))
        .isEmpty();
  }

  @Test
  void ignoredResultStillDiffersWhenOneSideThrows() {
    Outcome threw = Outcome.threw(ThrownException.of(new IllegalStateException("x")));

    assertThat(ignoring("").differences(Outcome.returned(1), Outcome.returned(2))).isEmpty();
    assertThat(ignoring("/**").differences(Outcome.returned(1), threw)).hasSize(1);
  }

  @Test
  void escapedNames() {
    assertThat(ignoring("/a~1b~0").differences(map("a/b~", 1), map("a/b~", 2))).isEmpty();
  }

  @Test
  void toleratedNumber() {
    Line control = new Line("A", "10.000", 1);

    assertThat(tolerating("/price", "0.005").differences(control, new Line("A", "10.005", 1)))
        .isEmpty();
    assertThat(tolerating("/price", "0.005").differences(control, new Line("A", "10.006", 1)))
        .containsExactly("/price VALUE: 10.000 / 10.006");
  }

  @Test
  void doubleAgainstDecimal() {
    assertThat(tolerating("", "1e-9").differences(19.99, new BigDecimal("19.99"))).isEmpty();
    assertThat(tolerating("", "1e-9").differences(19.99, new BigDecimal("19.991"))).hasSize(1);
  }

  @Test
  void notANumberIsNeverTolerated() {
    assertThat(tolerating("", "1000").differences(Double.NaN, 0.0)).hasSize(1);
    assertThat(tolerating("", "1000").differences(Double.POSITIVE_INFINITY, 1e308)).hasSize(1);
    assertThat(
            tolerating("", "1000").differences(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY))
        .hasSize(1);
    assertThat(tolerating("", "0").differences(Double.NaN, Float.NaN)).isEmpty();
  }

  @Test
  void toleranceOfNoNumber() {
    assertThat(tolerating("", "5").differences("a", "b")).hasSize(1);
    assertThat(tolerating("", "5").differences(null, 0)).hasSize(1);
    assertThat(tolerating("", "5").differences(list(1), list(2)))
        .containsExactly("/0 VALUE: 1 / 2");
  }

  @Test
  void toleranceInExactMode() {
    ComparisonFixture exact =
        ComparisonFixture.under(
            Rules.builder().mode(ComparisonMode.EXACT).tolerateAbsolute(parse(""), BigDecimal.ONE));

    assertThat(exact.differences(1, 2)).isEmpty();
    assertThat(exact.differences(0.0, -0.0)).isEmpty();
    assertThat(exact.differences(1, 1L)).containsExactly("(root) TYPE: 1 / 1");
  }

  @Test
  void toleratedElements() {
    assertThat(tolerating("/*", "0.1").differences(list(1.0, 2.0), new double[] {1.1, 2.05}))
        .containsExactly("/0 VALUE: 1.0 / 1.1");
    assertThat(tolerating("/*", "0.1000001").differences(list(1.0), new double[] {1.1})).isEmpty();
  }
}
