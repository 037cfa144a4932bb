package io.understudy.report.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.report.summary.NoiseComparison;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoiseViewTest {
  @ParameterizedTest
  @CsvSource({
    "20,  1000, 2000, 100000, noise,           0.69 to 1.51, The candidate's rate is not higher",
    "20,  1000, 9000, 100000, the candidate's, 3.10 to 6.79, The candidate's rate is higher",
    "0,   1000, 9000, 100000, the candidate's, at least 30,  The control never",
    "0,   1000,  100, 100000, undecided,       at least 0.33, Seen in the control fewer",
    "20,  1000,    0, 100000, noise,           0.00 to 0.00, The candidate's rate is not higher",
    "2,   1000,    0, 100000, undecided,       0.00 to 0.03, Seen only in the control",
    "9,     90, 9000, 100000, undecided,       0.52 to 1.73, Fewer than 100",
    "10,  1000, 1200, 100000, undecided,       0.71 to 2.22, The candidate's rate may be twice",
    "0,      0,  100, 100000, undecided,       –,            Fewer than 100"
  })
  void findingAndWhy(
      long sightings,
      long repeats,
      long calls,
      long compared,
      String finding,
      String times,
      String why) {
    NoiseView view =
        new NoiseView(new NoiseComparison("/at · VALUE", sightings, repeats, calls, compared));
    assertThat(view.finding()).isEqualTo(finding);
    assertThat(view.times()).isEqualTo(times);
    assertThat(view.reasoning()).startsWith(why);
  }
}
