package io.understudy.report.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateRatioTest {
  /** The rows of docs/parity.md, which has a second program for them. */
  @ParameterizedTest
  @CsvSource({
    "2000, 100000, 20, 1000, 0.69, 1.51",
    "99000, 100000, 990, 1000, 0.95, 1.05",
    "9000, 100000, 20, 1000, 3.10, 6.79",
    "1200, 100000, 10, 1000, 0.71, 2.22",
    "300, 100000, 3, 1000, 0.38, 3.69"
  })
  void table(long seen, long trials, long baseSeen, long baseTrials, double low, double high) {
    RateRatio ratio = RateRatio.of(seen, trials, baseSeen, baseTrials);
    assertThat(ratio.low()).isCloseTo(low, within(0.005));
    assertThat(ratio.high()).isCloseTo(high, within(0.005));
  }

  /** With no sighting among the base trials: share >= 0.05^(1/y), so the ratio >= s / (1 - s). */
  @Test
  void neverSeenAmongTheBaseTrials() {
    double share = Math.pow(0.05, 1.0 / 7);
    RateRatio ratio = RateRatio.of(7, 1_000, 0, 1_000);
    assertThat(ratio.low()).isCloseTo(share / (1 - share), within(1e-12));
    assertThat(ratio.high()).isInfinite();
  }

  @Test
  void neverSeenAmongTheTrials() {
    double share = 1 - Math.pow(0.05, 1.0 / 7);
    RateRatio ratio = RateRatio.of(0, 500, 7, 1_000);
    assertThat(ratio.low()).isZero();
    assertThat(ratio.high()).isCloseTo(2 * share / (1 - share), within(1e-12));
  }

  /** 9 of 10 sightings: the limits of the share are 0.6058 and 0.9949 in the published tables. */
  @Test
  void nineAgainstOne() {
    RateRatio ratio = RateRatio.of(9, 10_000, 1, 10_000);
    assertThat(ratio.low()).isCloseTo(0.6058 / 0.3942, within(0.001));
    assertThat(ratio.high()).isCloseTo(0.9949 / 0.0051, within(1.5));
    assertThat(ratio.isHigher()).isTrue();
    assertThat(ratio.isBelow(200)).isTrue();
    assertThat(ratio.isBelow(190)).isFalse();
  }

  @Test
  void noSightingsGiveNoLimits() {
    RateRatio ratio = RateRatio.of(0, 10, 0, 10);
    assertThat(ratio.low()).isZero();
    assertThat(ratio.high()).isInfinite();
  }

  @Test
  void impossibleCounts() {
    assertThatThrownBy(() -> RateRatio.of(-1, 10, 0, 10))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("-1 of 10 against 0 of 10");
    assertThatThrownBy(() -> RateRatio.of(1, 10, 0, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Property
  void exchangedSidesGiveTheReciprocal(
      @ForAll @LongRange(min = 0, max = 5_000) long seen,
      @ForAll @LongRange(min = 0, max = 5_000) long base,
      @ForAll @LongRange(min = 5_000, max = 10_000_000) long trials) {
    RateRatio one = RateRatio.of(seen, trials, base, 5_000);
    RateRatio other = RateRatio.of(base, 5_000, seen, trials);
    assertThat(one.low()).isLessThanOrEqualTo(one.high());
    if (seen > 0 && base > 0) {
      assertThat(one.low() * other.high()).isCloseTo(1, within(1e-6));
    }
  }

  /** The interval misses the true ratio in at most 5 % of experiments on either side. */
  @Test
  void coverageIsAtLeastNominal() {
    Random random = new Random(41);
    int tooHigh = 0;
    int tooLow = 0;
    int experiments = 4_000;
    for (int i = 0; i < experiments; i++) {
      RateRatio ratio =
          RateRatio.of(sightings(random, 3_000, 0.03), 3_000, sightings(random, 600, 0.02), 600);
      tooHigh += ratio.low() > 1.5 ? 1 : 0;
      tooLow += ratio.high() < 1.5 ? 1 : 0;
    }
    assertThat(tooHigh).isLessThanOrEqualTo(experiments * 5 / 100);
    assertThat(tooLow).isLessThanOrEqualTo(experiments * 5 / 100);
  }

  private static long sightings(Random random, int trials, double rate) {
    long n = 0;
    for (int i = 0; i < trials; i++) {
      n += random.nextDouble() < rate ? 1 : 0;
    }
    return n;
  }
}
