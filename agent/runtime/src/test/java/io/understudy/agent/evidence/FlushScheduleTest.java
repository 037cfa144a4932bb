package io.understudy.agent.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;

final class FlushScheduleTest {
  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

  private final FlushSchedule schedule = new FlushSchedule(10 * SECOND, 0);

  /** Asks once a second; returns the seconds with a flush. */
  private List<Integer> flushes(int from, int to, IntUnaryOperator movesAt) {
    List<Integer> flushes = new ArrayList<>();
    for (int second = from; second < to; second++) {
      if (isFlushed(second, movesAt.applyAsInt(second), false)) {
        flushes.add(second);
      }
    }
    return flushes;
  }

  private boolean isFlushed(int second, int moves, boolean isUrgent) {
    boolean isDue = schedule.isDue(second * SECOND, moves, isUrgent);
    if (isDue) {
      schedule.flushed(second * SECOND, moves);
    }
    return isDue;
  }

  @Test
  void steadyCallsAreFlushedAtTheInterval() {
    assertThat(flushes(0, 45, second -> 100 * second)).containsExactly(0, 1, 11, 21, 31, 41);
  }

  @Test
  void lastCallsBeforeAPauseAreFlushedWithinTwoSeconds() {
    assertThat(flushes(0, 11, second -> Math.min(second, 5))).containsExactly(0, 1, 6);
  }

  @Test
  void firstCallsAfterAPauseAreFlushedAtOnce() {
    flushes(0, 40, second -> 7);
    assertThat(flushes(40, 45, second -> second)).containsExactly(40);
  }

  @Test
  void withoutCallsTheIntervalHolds() {
    assertThat(flushes(0, 35, second -> 0)).containsExactly(0, 10, 20, 30);
  }

  @Test
  void rareCallsAreFlushedAboutAtTheInterval() {
    List<Integer> flushes = flushes(0, 3_600, second -> second / 3);
    assertThat(flushes).hasSizeBetween(360, 360 + 10 + 60);
  }

  @Test
  void urgentNewsAreFlushedAtOnce() {
    flushes(0, 2, second -> second);
    assertThat(isFlushed(2, 2, true)).isTrue();
    assertThat(isFlushed(3, 3, false)).isFalse();
  }

  @Test
  void shortIntervalIsTheTick() {
    FlushSchedule fast = new FlushSchedule(SECOND / 20, 0);
    assertThat(fast.tickNanos()).isEqualTo(SECOND / 20);
    assertThat(schedule.tickNanos()).isEqualTo(SECOND);
    for (int i : Arrays.asList(1, 2, 3)) {
      assertThat(fast.isDue(i * SECOND / 20, 0, false)).isTrue();
      fast.flushed(i * SECOND / 20, 0);
    }
  }

  @Test
  void errorBeforeTheFlushChangesNoAnswer() {
    flushes(0, 2, second -> second);
    assertThat(schedule.isDue(11 * SECOND, 90, false)).isTrue();
    assertThat(schedule.isDue(11 * SECOND + 1, 90, false)).isTrue();
  }
}
