package io.understudy.agent.budget;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Times in nanoseconds on a clock of the test. */
class PaceTest {
  private static final long MS = 1_000_000;
  private boolean isFree = true;
  private final Pace pace = new Pace(() -> isFree, 0);
  private long now = 1_000 * MS;

  private long pauseAfter(long nanos) {
    now += nanos;
    return pace.pause(now);
  }

  @Test
  void workersNeverPauseWithoutALimit() {
    isFree = false;

    assertThat(pause()).isZero();
  }

  private long pause() {
    return pauseAfter(0);
  }

  @Test
  void workerPausesUntilItsCostIsEarned() {
    pace.allow(0.5, 8, 0, now);
    pauseAfter(10 * MS);
    assertThat(pause()).isZero();
    pace.spent(12 * MS, now);

    // 10 ms of debt at half a processor: 20 ms, and a little more, so that it does not run at once.
    assertThat(pause()).isBetween(20 * MS, 22 * MS);
    assertThat(pauseAfter(25 * MS)).isZero();
  }

  @Test
  void creditIsNotSavedUp() {
    pace.allow(1, 8, 0, now);
    pauseAfter(100 * MS);
    pauseAfter(100 * MS);

    assertThat(pace.credit()).isEqualTo(Pace.BURST_NANOS);
  }

  @Test
  void otherWorkersWaitWhileEnoughRun() {
    pace.allow(1, 1, 0, now);
    pauseAfter(10 * MS);
    pace.countBy(() -> 1);

    assertThat(pace.hasRoom()).isFalse();
    assertThat(pause()).isPositive();
    // That worker waits for something else than a processor.
    pace.allow(1, 1, 1, now);
    assertThat(pause()).isZero();
  }

  @Test
  void workerWaitsForAFreeProcessorAndRunsAtLast() {
    pace.allow(1, 8, 0, now);
    pauseAfter(10 * MS);
    pace.spent(100_000, now);
    isFree = false;

    assertThat(pauseAfter(MS)).isEqualTo(4 * MS);
    assertThat(pauseAfter(50 * MS)).isPositive();
    assertThat(pauseAfter(60 * MS)).isZero();
  }

  @Test
  void poolWaitsIfTheBudgetsThreadDoesNotRun() {
    pace.allow(1, 8, 0, now);

    assertThat(pauseAfter(10 * MS)).isZero();
    assertThat(pauseAfter(10_000 * MS)).isPositive();
  }

  @Test
  void endOfTheJvmIsNotDelayed() {
    pace.allow(0, 1, 0, now);
    pace.release();

    assertThat(pause()).isZero();
    assertThat(pace.hasRoom()).isTrue();
  }
}
