package io.understudy.agent.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.agent.call.Call;
import io.understudy.agent.call.CallPoint;
import io.understudy.agent.call.Calls;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The race between the worker's return and the watchdog's expiry and interrupt. */
@Timeout(60)
final class AttemptRaceTest {
  private static final int ROUNDS = 20_000;

  private final CallPoint point = Calls.point(Object.class, "hashCode", Object.class, "hashCode");

  @Test
  void exactlyOneWinsAndNoInterruptOutlivesTheAttempt() throws Exception {
    CyclicBarrier start = new CyclicBarrier(2);
    CyclicBarrier end = new CyclicBarrier(2);
    Attempt[] current = new Attempt[1];
    AtomicInteger expired = new AtomicInteger();
    Thread worker = Thread.currentThread();
    Thread watchdog =
        new Thread(
            () -> {
              for (int i = 0; i < ROUNDS; i++) {
                await(start);
                current[0].expire(0, worker, (attempt, now) -> expired.incrementAndGet());
                await(end);
              }
            });
    watchdog.start();
    int late = 0;
    for (int i = 0; i < ROUNDS; i++) {
      current[0] = attempt();
      await(start);
      late += current[0].finish() == Attempt.End.IN_TIME ? 0 : 1;
      assertThat(worker.isInterrupted()).isFalse();
      await(end);
      assertThat(worker.isInterrupted()).isFalse();
      assertThat(late).isEqualTo(expired.get());
    }
    watchdog.join();
  }

  @Test
  void workerIsReplacedOnlyIfItHasNotReturned() {
    Attempt returned = attempt();
    returned.expire(0, Thread.currentThread(), (attempt, now) -> {});
    assertThat(returned.abandonAt(99, 100)).isFalse();
    assertThat(returned.finish()).isEqualTo(Attempt.End.LATE);
    assertThat(returned.abandonAt(100, 100)).isFalse();

    Attempt stuck = attempt();
    stuck.expire(0, Thread.currentThread(), (attempt, now) -> {});
    assertThat(stuck.abandonAt(100, 100)).isTrue();
    assertThat(stuck.abandonAt(100, 100)).isFalse();
    assertThat(stuck.finish()).isEqualTo(Attempt.End.REPLACED);
    assertThat(Thread.interrupted()).isFalse();
  }

  @Test
  void attemptInTimeNeitherExpiresNorIsAbandoned() {
    Attempt attempt = attempt();
    assertThat(attempt.finish()).isEqualTo(Attempt.End.IN_TIME);
    attempt.expire(0, Thread.currentThread(), (a, now) -> assertThat(a).isNull());
    assertThat(attempt.abandonAt(Long.MAX_VALUE, 1)).isFalse();
    assertThat(Thread.interrupted()).isFalse();
  }

  private Attempt attempt() {
    Call call = Calls.call(point);
    return new Attempt(
        call, call.arguments(), Breaker.Admission.ORDINARY, Long.MAX_VALUE, (a, now) -> {});
  }

  private static void await(CyclicBarrier barrier) {
    try {
      barrier.await();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
