package io.understudy.report.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.journal.Fate;
import io.understudy.report.statistics.ClopperPearson;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParityTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0, 1, 0.0,  0.0",
    "1, 0, 1, 1.0,  0.0",
    "1, 1, 1, 1.0,  1.0",
    "3, 2, 4, 0.75, 0.5"
  })
  void shares(long agreed, long matched, long verdicts, double share, double strict) {
    Parity parity = new Parity(agreed, matched, verdicts);
    assertThat(parity.share()).isEqualTo(share);
    assertThat(parity.strictShare()).isEqualTo(strict);
  }

  @ParameterizedTest
  @CsvSource({
    "0,  0,  0", // no verdict
    "3,  3,  2", // more agreed than verdicts
    "-1, 0,  2",
    "1,  2,  2", // more matched than agreed
    "1,  -1, 2"
  })
  void countsThatContradictEachOther(long agreed, long matched, long verdicts) {
    assertThatThrownBy(() -> new Parity(agreed, matched, verdicts))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(matched + " matched, " + agreed + " agreed of " + verdicts);
  }

  @Test
  void boundsOfParityAndStrictParity() {
    Parity parity = new Parity(998, 900, 999);
    assertThat(parity.lowerBound()).isEqualTo(ClopperPearson.lowerBound(998, 999));
    assertThat(parity.strictLowerBound()).isEqualTo(ClopperPearson.lowerBound(900, 999));
  }

  @ParameterizedTest
  @CsvSource({"0, 5", "3, 8", "5, 10", "6, 10"})
  void moreAgreedCallsNeverExceedTheVerdicts(long calls, long agreed) {
    assertThat(new Parity(5, 4, 10).withMoreAgreed(calls)).isEqualTo(new Parity(agreed, 4, 10));
  }

  @Test
  void adjustedParityNeedsNoiseAndAScore() {
    Books books = Books.intercepted(10).with(Fate.MISMATCHED, 10);
    Score score = new Score(books, List.of());
    assertThat(PointNoise.adjusted(score, 0)).isEmpty();
    assertThat(PointNoise.adjusted(score, 4)).contains(new Parity(4, 0, 10));
    assertThat(PointNoise.adjusted(new Score(books, List.of("changed")), 4)).isEmpty();
    assertThat(PointNoise.adjusted(new Score(Books.NONE, List.of()), 4)).isEmpty();
  }

  @Property(tries = 200)
  void boundIsBelowTheShareAndStrictBelowParity(
      @ForAll @LongRange(min = 1, max = 1_000_000) long verdicts,
      @ForAll @LongRange(min = 0, max = 1_000_000) long a,
      @ForAll @LongRange(min = 0, max = 1_000_000) long m) {
    long agreed = Math.min(a, verdicts);
    Parity parity = new Parity(agreed, Math.min(m, agreed), verdicts);
    assertThat(parity.lowerBound()).isBetween(0.0, parity.share());
    assertThat(parity.strictLowerBound()).isLessThanOrEqualTo(parity.lowerBound());
    assertThat(parity.share()).isBetween(0.0, 1.0);
  }
}
