package io.understudy.agent.capture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WallClockTest {
  private final WallClock clock = new WallClock(System::currentTimeMillis);

  private long now() {
    return clock.millis(System.nanoTime());
  }

  @Test
  void timeOfDay() {
    long before = System.currentTimeMillis();
    long now = now();
    assertThat(now).isBetween(before - 60_000, before + 60_000);
  }

  @Test
  void timeGoesOnBetweenReadings() {
    long nanos = System.nanoTime();
    long millis = clock.millis(nanos);
    assertThat(clock.millis(nanos + 50_000_000) - millis).isBetween(49L, 51L);
  }

  @Test
  void readAgainAfterATenthOfASecond() {
    long nanos = System.nanoTime();
    long hour = 3_600_000_000_000L;
    // A time far in the future: the clock is read again, and the difference is not added.
    assertThat(clock.millis(nanos + hour)).isLessThan(System.currentTimeMillis() + 60_000);
  }
}
