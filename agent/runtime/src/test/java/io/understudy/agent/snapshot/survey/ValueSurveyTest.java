package io.understudy.agent.snapshot.survey;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.agent.snapshot.Copier;
import io.understudy.compare.ComparisonMode;
import io.understudy.compare.rule.Rules;
import io.understudy.compare.walk.Differ;
import io.understudy.value.Bounds;
import io.understudy.value.Meter;
import io.understudy.value.Uncapturable;
import io.understudy.value.view.Freezer;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Value classes of the JDK: each is copied and compared, or refused with a known reason. */
class ValueSurveyTest {
  static List<Sample> jdk() {
    return JdkSamples.all();
  }

  @ParameterizedTest
  @MethodSource("jdk")
  void jdkValueIsCompared(Sample sample) throws Exception {
    compare(sample, Rules.none());
    compare(sample, Rules.builder().mode(ComparisonMode.EXACT).build());
  }

  private static void compare(Sample sample, Rules rules) throws Exception {
    Differ differ = Differ.with(rules);
    Object live = sample.equal();
    Object frozen = Freezer.freeze(live, new Meter(Bounds.DEFAULT));

    assertThat(differ.compare(live, sample.equal()).differences()).isEmpty();
    assertThat(differ.compare(frozen, sample.equal()).differences()).isEmpty();
    assertThat(differ.compare(live, sample.other()).isEqual()).isFalse();
    assertThat(differ.compare(frozen, sample.other()).isEqual()).isFalse();
    assertThat(differ.compare(sample.other(), live).isEqual()).isFalse();
    assertThat(differ.compare(live, sample.other()).toString()).doesNotContain("OPAQUE");
  }

  @ParameterizedTest
  @MethodSource("jdk")
  void jdkValueIsCopied(Sample sample) throws Exception {
    Object live = sample.equal();
    Object copy;
    try {
      copy = new Copier().copy(new Object[] {live}, new Meter(Bounds.DEFAULT))[0];
    } catch (Uncapturable refused) {
      assertThat(refused.reason()).isEqualTo("?");
      return;
    }

    assertThat(copy).hasSameClassAs(live);
    assertThat(Differ.with(Rules.none()).compare(sample.equal(), copy).differences()).isEmpty();
  }
}
