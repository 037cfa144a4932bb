package io.understudy.agent.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RunningMeanTest {
  private final RunningMean mean = new RunningMean(0.5);

  @Test
  void nothingRead() {
    mean.add(0, 0);
    assertThat(mean.isEmpty()).isTrue();
    assertThat(mean.mean(7)).isEqualTo(7);
  }

  @Test
  void meanOfOneReading() {
    mean.add(100, 4);
    assertThat(mean.mean(0)).isEqualTo(25);
  }

  @Test
  void olderReadingsCountLess() {
    mean.add(100, 1);
    mean.add(300, 2);
    assertThat(mean.mean(0)).isCloseTo((0.5 * 100 + 200) / 1.5, within(1e-9));
  }

  @Test
  void readingWithoutNewValues() {
    mean.add(100, 1);
    mean.add(100, 1);
    assertThat(mean.mean(0)).isEqualTo(100);
  }

  @Test
  void slowFirstCall() {
    mean.add(41_000_000, 1);
    mean.add(41_050_000, 2);
    assertThat(mean.mean(0)).isLessThanOrEqualTo(200_000);
  }

  @Test
  void oneSlowCallAmongFastOnes() {
    mean.add(50_000, 1);
    mean.add(10_050_000, 2);
    assertThat(mean.mean(0)).isLessThan(210_000);
  }

  @Test
  void callsThatAreSlowerForGood() {
    mean.add(100, 1);
    for (int i = 1; i < 300; i++) {
      mean.add(100 + i * 10_000L, 1 + i);
    }
    assertThat(mean.mean(0)).isCloseTo(10_000, within(1.0));
  }

  @Test
  void rareLongValuesCountWhereTheyMatter() {
    RunningMean rare = RunningMean.withRare(0.95);
    long sum = 0;
    for (int i = 1; i <= 400; i++) {
      sum += i % 10 == 0 ? 5_000_000 : 1_000;
      rare.add(sum, i);
    }

    assertThat(rare.mean(0)).isBetween(400_000.0, 600_000.0);
  }

  @Test
  void firstValuesDoNotCountForLong() {
    RunningMean rare = RunningMean.withRare(0.5);
    long sum = 0;
    for (int i = 1; i <= 40; i++) {
      sum += i <= 20 ? 40_000_000 / i : 1_000;
      rare.add(sum, i);
    }

    assertThat(rare.mean(0)).isLessThan(5_000);
  }
}
