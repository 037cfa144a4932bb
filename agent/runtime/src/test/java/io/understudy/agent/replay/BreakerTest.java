package io.understudy.agent.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.agent.call.CallPoint;
import io.understudy.agent.call.Calls;
import io.understudy.agent.log.Log;
import io.understudy.agent.replay.Breaker.Admission;
import io.understudy.agent.replay.limit.CandidateLimits;
import org.junit.jupiter.api.Test;

final class BreakerTest {
  private final CallPoint point = Calls.point(Object.class, "hashCode", Object.class, "hashCode");
  private final CandidateLimits limits = new CandidateLimits(Log.none());
  private final Breaker breaker = new Breaker(point, limits);

  @Test
  void opensAfterARowOfTimeouts() {
    timeOut(Breaker.TIMEOUTS_IN_A_ROW - 1);
    breaker.answered(Admission.ORDINARY);
    timeOut(Breaker.TIMEOUTS_IN_A_ROW - 1);
    assertThat(breaker.admit()).isEqualTo(Admission.ORDINARY);
    assertThat(point.shedding()).isNull();
    timeOut(1);
    assertThat(breaker.admit()).isEqualTo(Admission.SHED);
    assertThat(point.shedding()).isEqualTo("breaker open");
  }

  @Test
  void oneProbeIsAdmittedAfterThePause() {
    breaker.open(0);
    breaker.tick(Breaker.FIRST_PAUSE - 1, true);
    assertThat(breaker.admit()).isEqualTo(Admission.SHED);
    breaker.tick(Breaker.FIRST_PAUSE, true);
    assertThat(point.shedding()).isNull();
    assertThat(breaker.admit()).isEqualTo(Admission.PROBE);
    assertThat(point.shedding()).isEqualTo("breaker open");
    assertThat(breaker.admit()).isEqualTo(Admission.SHED);
  }

  @Test
  void answeredProbeCloses() {
    probe(0);
    breaker.answered(Admission.PROBE);
    assertThat(breaker.isOpen()).isFalse();
    assertThat(point.shedding()).isNull();
    assertThat(breaker.admit()).isEqualTo(Admission.ORDINARY);
  }

  @Test
  void statesAreVisibleAndTheirChangesCounted() {
    assertThat(breaker.view()).isEqualTo(BreakerState.CLOSED);
    breaker.open(0);
    breaker.open(0);
    assertThat(breaker.view()).isEqualTo(BreakerState.OPEN);
    breaker.tick(Breaker.FIRST_PAUSE, true);
    assertThat(breaker.view()).isEqualTo(BreakerState.PROBING);
    breaker.admit();
    assertThat(breaker.view()).isEqualTo(BreakerState.PROBING);
    assertThat(point.conduct()).containsOnlyKeys("opened the breaker");
    breaker.answered(Admission.PROBE);
    assertThat(breaker.view()).isEqualTo(BreakerState.CLOSED);
    assertThat(point.conduct())
        .containsEntry("opened the breaker", 1L)
        .containsEntry("closed the breaker", 1L);
    assertThat(BreakerState.PROBING.text()).isEqualTo("probing");
  }

  @Test
  void timedOutProbeDoublesThePause() {
    probe(0);
    breaker.timedOut(Admission.PROBE, 0);
    breaker.tick(2 * Breaker.FIRST_PAUSE - 1, true);
    assertThat(breaker.admit()).isEqualTo(Admission.SHED);
    breaker.tick(2 * Breaker.FIRST_PAUSE, true);
    assertThat(breaker.admit()).isEqualTo(Admission.PROBE);
  }

  @Test
  void pauseGrowsToALimitAndIsResetByAnAnswer() {
    long now = 0;
    for (int i = 0; i < 20; i++) {
      probe(now);
      now += Breaker.LONGEST_PAUSE;
      breaker.timedOut(Admission.PROBE, now);
    }
    probe(now);
    breaker.answered(Admission.PROBE);
    breaker.open(now);
    breaker.tick(now + Breaker.FIRST_PAUSE, true);
    assertThat(breaker.admit()).isEqualTo(Admission.PROBE);
  }

  @Test
  void unansweredProbeAdmitsAnother() {
    probe(0);
    breaker.unanswered(Admission.PROBE);
    assertThat(point.shedding()).isNull();
    assertThat(breaker.admit()).isEqualTo(Admission.PROBE);
  }

  @Test
  void earlierAnswerDoesNotClose() {
    breaker.open(0);
    breaker.answered(Admission.ORDINARY);
    assertThat(breaker.isOpen()).isTrue();
    assertThat(point.shedding()).isEqualTo("breaker open");
  }

  @Test
  void earlierTimeoutsDoNotAffectAProbe() {
    probe(0);
    timeOut(Breaker.TIMEOUTS_IN_A_ROW);
    breaker.answered(Admission.PROBE);
    assertThat(breaker.isOpen()).isFalse();
  }

  @Test
  void secondOpeningDoesNotExtendThePause() {
    breaker.open(0);
    breaker.open(Breaker.FIRST_PAUSE - 1);
    breaker.tick(Breaker.FIRST_PAUSE, true);
    assertThat(breaker.admit()).isEqualTo(Admission.PROBE);
  }

  @Test
  void unansweredOrdinaryCallsDoNotCount() {
    timeOut(Breaker.TIMEOUTS_IN_A_ROW - 1);
    breaker.unanswered(Admission.ORDINARY);
    assertThat(breaker.isOpen()).isFalse();
    timeOut(1);
    assertThat(breaker.isOpen()).isTrue();
  }

  @Test
  void pointIsOffAfterItsCandidateHasSpunTwice() {
    assertThat(breaker.spun(Admission.ORDINARY, 0)).isFalse();
    assertThat(point.shedding()).isEqualTo("breaker open");
    breaker.tick(Breaker.FIRST_PAUSE, true);
    assertThat(breaker.admit()).isEqualTo(Admission.PROBE);
    assertThat(breaker.spun(Admission.PROBE, Breaker.FIRST_PAUSE)).isTrue();
    assertThat(point.shedding()).isEqualTo("off: its candidate has spun twice");
    breaker.timedOut(Admission.PROBE, Breaker.FIRST_PAUSE);
    breaker.unanswered(Admission.PROBE);
    breaker.answered(Admission.PROBE);
    breaker.tick(Long.MAX_VALUE, true);
    assertThat(breaker.admit()).isEqualTo(Admission.SHED);
    assertThat(breaker.reason()).isEqualTo("off: its candidate has spun twice");
  }

  @Test
  void pointThatIsOffStaysOffInTheNextGenerationUntilAPersonTurnsItOn() {
    breaker.spun(Admission.ORDINARY, 0);
    breaker.spun(Admission.ORDINARY, 0);
    CallPoint next = Calls.point(Object.class, "hashCode", Object.class, "hashCode");
    Breaker after = new Breaker(next, limits);
    assertThat(next.shedding()).isEqualTo("off: its candidate has spun twice");
    assertThat(after.turnOn()).isTrue();
    assertThat(next.shedding()).isNull();
    assertThat(after.admit()).isEqualTo(Admission.ORDINARY);
    assertThat(after.turnOn()).isFalse();
    assertThat(after.spun(Admission.ORDINARY, 0)).isTrue();
  }

  @Test
  void anotherCandidateOfTheSamePointIsNotOff() {
    breaker.spun(Admission.ORDINARY, 0);
    breaker.spun(Admission.ORDINARY, 0);
    CallPoint next = Calls.point(Object.class, "hashCode", Object.class, "toString");
    new Breaker(next, limits);
    assertThat(next.name()).isEqualTo(point.name());
    assertThat(next.shedding()).isNull();
  }

  private void timeOut(int times) {
    for (int i = 0; i < times; i++) {
      breaker.timedOut(Admission.ORDINARY, 0);
    }
  }

  private void probe(long now) {
    breaker.open(now);
    breaker.tick(now + Breaker.LONGEST_PAUSE, true);
    assertThat(breaker.admit()).isEqualTo(Admission.PROBE);
  }
}
