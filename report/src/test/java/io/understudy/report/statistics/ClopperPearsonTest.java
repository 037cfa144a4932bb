package io.understudy.report.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClopperPearsonTest {
  @ParameterizedTest
  @CsvSource({"40, 0.928", "2995, 0.999", "29956, 0.9999"})
  void provenShareOfCallsWithoutADisagreement(long calls, double proven) {
    assertThat(ClopperPearson.lowerBound(calls, calls)).isGreaterThanOrEqualTo(proven - 0.0003);
    assertThat(round(ClopperPearson.lowerBound(calls, calls))).isEqualTo(proven);
  }

  @ParameterizedTest
  @CsvSource({"2995, 0.999", "29956, 0.9999"})
  void oneCallLessDoesNotProveIt(long calls, double proven) {
    assertThat(ClopperPearson.lowerBound(calls, calls)).isGreaterThanOrEqualTo(proven);
    assertThat(ClopperPearson.lowerBound(calls - 1, calls - 1)).isLessThan(proven);
  }

  /** The limit of one agreement has a closed form: 1 - 0.95^(1/n). */
  @ParameterizedTest
  @CsvSource({"1, 10", "1, 100", "1, 100000"})
  void oneAgreementHasAClosedForm(long agreed, long trials) {
    assertThat(ClopperPearson.lowerBound(agreed, trials))
        .isCloseTo(-Math.expm1(Math.log(0.95) / trials), within(1e-15));
  }

  /** One-sided 95 % limits are the two-sided 90 % ones of the published tables. */
  @ParameterizedTest
  @CsvSource({
    "9, 10, 0.6058",
    "8, 10, 0.4931",
    "5, 10, 0.2224",
    "1, 10, 0.0051",
    "19, 20, 0.7839",
    "18, 20, 0.7174",
    "49, 50, 0.9086",
    "99, 100, 0.9534",
    "95, 100, 0.8977",
    "995, 1000, 0.9895"
  })
  void publishedTables(long agreed, long trials, double limit) {
    assertThat(ClopperPearson.lowerBound(agreed, trials)).isCloseTo(limit, within(0.00005));
  }

  /** The two-sided 95 % limit of 81 of 263, as NIST and Agresti print it: 0.2527 (97.5 %). */
  @Test
  void anotherConfidence() {
    assertThat(ClopperPearson.lowerBound(81, 263, 0.975)).isCloseTo(0.2527, within(0.0001));
  }

  @Test
  void poissonLimitAtABillion() {
    // The exact Poisson limits of 0, 1, 10 events: 2.9957, 4.7439, 16.9622.
    assertThat(disagreement(0, 1_000_000_000L)).isCloseTo(2.9957, within(0.0001));
    assertThat(disagreement(1, 1_000_000_000L)).isCloseTo(4.7439, within(0.0001));
    assertThat(disagreement(10, 1_000_000_000L)).isCloseTo(16.9622, within(0.0001));
  }

  @Test
  void halfOfABillion() {
    assertThat(ClopperPearson.lowerBound(500_000_000L, 1_000_000_000L))
        .isCloseTo(0.5 - 1.6448536 * 0.5 / Math.sqrt(1e9), within(1e-8));
  }

  @Test
  void nothingAgreedProvesNothing() {
    assertThat(ClopperPearson.lowerBound(0, 1_000)).isZero();
    assertThat(ClopperPearson.lowerBound(0, 0)).isZero();
  }

  @Test
  void impossibleCountsAreRefused() {
    assertThatThrownBy(() -> ClopperPearson.lowerBound(2, 1)).hasMessageContaining("2 agreed of 1");
    assertThatThrownBy(() -> ClopperPearson.lowerBound(1, 1, 1)).hasMessageContaining("confidence");
  }

  /** The definition: at the limit, so many agreements or more have a probability of 5 %. */
  @Property(tries = 300)
  void definition(@ForAll @LongRange(min = 1, max = 400) long trials, @ForAll double share) {
    long agreed = 1 + (long) (Math.abs(share % 1) * (trials - 1));
    double limit = ClopperPearson.lowerBound(agreed, trials);
    double tail = 0;
    for (long k = agreed; k <= trials; k++) {
      tail +=
          Math.exp(logChoose(trials, k) + k * Math.log(limit) + (trials - k) * Math.log1p(-limit));
    }
    assertThat(tail).isCloseTo(0.05, within(1e-9));
  }

  @Property(tries = 300)
  void boundBelowTheShareAndRising(
      @ForAll @LongRange(min = 2, max = 50_000_000) long trials,
      @ForAll @LongRange(max = 1_000) long f) {
    long failures = Math.min(f, trials - 1);
    double limit = ClopperPearson.lowerBound(trials - failures, trials);
    assertThat(limit).isBetween(0.0, (double) (trials - failures) / trials);
    if (failures > 0) {
      assertThat(limit).isLessThan(ClopperPearson.lowerBound(trials - failures + 1, trials));
    }
  }

  private static double logChoose(long n, long k) {
    double sum = 0;
    for (long i = 1; i <= k; i++) {
      sum += Math.log((double) (n - k + i) / i);
    }
    return sum;
  }

  private static double disagreement(long failures, long trials) {
    return (1 - ClopperPearson.lowerBound(trials - failures, trials)) * trials;
  }

  private static double round(double share) {
    double digits = share > 0.9995 ? 1e4 : 1e3;
    return Math.floor(share * digits + 0.5) / digits;
  }
}
