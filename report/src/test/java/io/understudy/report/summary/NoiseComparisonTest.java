package io.understudy.report.summary;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.report.summary.NoiseComparison.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoiseComparisonTest {
  @ParameterizedTest
  @CsvSource({
    // sightings, repeats, calls, compared, finding
    "20,  1000,  2000, 100000, NOISE", // 2 % and 2 %
    "990, 1000, 99000, 100000, NOISE", // a time stamp: nearly always
    "20,  1000,   500, 100000, NOISE", // the candidate even less often
    "20,  1000,  3600, 100000, CANDIDATE", // 3.6 %
    "20,  1000,  9000, 100000, CANDIDATE",
    "0,   1000,   900, 100000, CANDIDATE", // never seen in the control
    "0,   1000,   100, 100000, UNDECIDED", // 0.1 %: one of 1,000 repeats was expected
    "3,   1000,   300, 100000, UNDECIDED", // the same rate, but only three sightings
    "1,   1000,   100, 100000, UNDECIDED", // one sighting is never enough
    "8,     90,  8900, 100000, UNDECIDED", // too few repeats
    "10,  1000,  1200, 100000, UNDECIDED", // the rate may be twice as high
    "5,    100,  1000, 100000, NOISE", // the fewest sightings and repeats for noise
    "4,    100,  1000, 100000, UNDECIDED",
    "5,     99,  1000, 100000, UNDECIDED",
    "0,   1000,     1,      1, CANDIDATE", // one compared call
    "0,      0,   100, 100000, UNDECIDED",
    "0,    100,     0,      0, UNDECIDED"
  })
  void ratesDecide(long sightings, long repeats, long calls, long compared, Finding finding) {
    NoiseComparison noise = new NoiseComparison("/at · VALUE", sightings, repeats, calls, compared);
    assertThat(noise.finding()).as(noise.toString()).isEqualTo(finding);
  }

  /** A fault in addition to noise is found where it is frequent enough. */
  @Test
  void faultAboveTheNoiseIsFound() {
    assertThat(new NoiseComparison("/at · VALUE", 200, 10_000, 20_000, 1_000_000).finding())
        .isEqualTo(Finding.NOISE);
    assertThat(new NoiseComparison("/at · VALUE", 200, 10_000, 23_000, 1_000_000).finding())
        .isEqualTo(Finding.CANDIDATE);
  }
}
