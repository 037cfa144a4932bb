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

  @Test
  void kernelThatCountsTasksOfOthersIsNotBelievedForEver() {
    isFree = false;
    int withoutIdle = runsIn(20_000);
    pace.hasIdle(true);
    int withIdle = runsIn(20_000);

    assertThat(withoutIdle).isLessThan(250);
    // After ten seconds half a processor runs five calls in a millisecond.
    assertThat(withIdle).isGreaterThan(8_000);
    isFree = true;
    pauseAfter(20 * MS);
    isFree = false;
    assertThat(runsIn(5_000)).isLessThan(80);
  }

  /** Counts the calls that a worker begins in a time in milliseconds; each costs a tenth of one. */
  private int runsIn(long millis) {
    int runs = 0;
    for (long end = now + millis * MS; now < end; ) {
      pace.allow(0.5, 8, 0, now);
      long pause = pause();
      if (pause == 0) {
        runs++;
        now += MS / 10;
        pace.spent(MS / 10, now);
      }
      now += Math.max(pause, MS);
    }
    return runs;
  }
}
