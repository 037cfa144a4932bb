package io.understudy.agent.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SamplerTest {
  /** The bounds are ten standard deviations wide, so a correct sampler never fails in practice. */
  @ParameterizedTest
  @CsvSource({"0, 0, 0", "1, 100000, 100000", "0.5, 48400, 51600", "0.01, 680, 1320"})
  void share(double share, int atLeast, int atMost) {
    Sampler sampling = new Sampler(share);
    long chosen = IntStream.range(0, 100_000).filter(i -> sampling.chooses()).count();
    assertThat(chosen).isBetween((long) atLeast, (long) atMost);
  }
}
