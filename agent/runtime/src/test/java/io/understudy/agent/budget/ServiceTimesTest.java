package io.understudy.agent.budget;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ServiceTimesTest {
  private final ServiceTimes times = new ServiceTimes();

  private double window(int calls, long nanos) {
    for (int i = 0; i < calls; i++) {
      times.record(nanos);
    }
    return times.turn();
  }

  @Test
  void usualTimeIsNoSlowdown() {
    window(1_000, 75_000);

    assertThat(window(1_000, 75_000)).isBetween(0.95, 1.05);
  }

  @Test
  void slowerControlsShow() {
    window(1_000, 75_000);

    assertThat(window(1_000, 150_000)).isBetween(1.8, 2.2);
  }

  @Test
  void slowerTimeBecomesUsual() {
    window(1_000, 75_000);
    double last = 0;
    for (int i = 0; i < 60; i++) {
      last = window(1_000, 150_000);
    }

    assertThat(last).isLessThan(1.1);
  }

  @Test
  void fewCallsSayNothing() {
    window(1_000, 75_000);

    assertThat(window(10, 75_000_000)).isNaN();
  }

  @Test
  void anyDurationIsCounted() {
    assertThat(window(100, 0)).isEqualTo(1);
    assertThat(window(100, Long.MAX_VALUE)).isGreaterThan(1);
    assertThat(window(100, -1)).isLessThanOrEqualTo(1);
  }
}
