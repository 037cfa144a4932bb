package io.understudy.agent.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.agent.call.Call;
import io.understudy.agent.call.CallPoint;
import io.understudy.agent.call.Calls;
import io.understudy.compare.Outcome;
import io.understudy.journal.Fate;
import io.understudy.value.Uncapturable;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The rest of a control's outcome is read on the pool, before the candidate is called. */
@Timeout(120)
final class OutcomeReadingTest {
  private static final List<String> STEPS = new CopyOnWriteArrayList<>();

  static final class Candidates {
    private Candidates() {}

    static Object quick(Object argument) {
      STEPS.add("candidate");
      return argument;
    }
  }

  private final CallPoint point = Pools.point(Candidates.class, "quick");

  OutcomeReadingTest() {
    STEPS.clear();
  }

  @Test
  void outcomeIsCompleteBeforeTheCandidateIsCalled() {
    Call call = Calls.call(point, "a");
    call.completeBy(
        () -> {
          STEPS.add(Thread.currentThread().getName());
          return Outcome.returned("read");
        });
    assertThat(call.isComplete()).isFalse();
    assertThatThrownBy(call::control).isInstanceOf(IllegalStateException.class);
    try (Pools pools = new Pools(1, 1)) {
      pools.offer(call);
      Pools.awaitBalance(point);
    }
    assertThat(STEPS).containsExactly("understudy-replay-1", "candidate");
    assertThat(call.control().value()).isEqualTo("read");
  }

  @Test
  void outcomeThatCannotBeReadIsUncaptured() {
    Call call = Calls.call(point, "a");
    call.completeBy(
        () -> {
          throw new Uncapturable("Page cannot be read");
        });
    try (Pools pools = new Pools(1, 1)) {
      pools.offer(call);
      Pools.awaitBalance(point);
    }
    assertThat(Calls.reasons(point)).containsExactly("uncaptured: Page cannot be read");
    assertThat(STEPS).isEmpty();
  }

  @Test
  void readingThatDoesNotEndIsUncaptured() {
    CountDownLatch release = new CountDownLatch(1);
    Call endless = Calls.call(point, "a");
    endless.completeBy(
        () -> {
          try {
            release.await(100, TimeUnit.SECONDS);
          } catch (InterruptedException atTheLimit) {
            STEPS.add("interrupted");
          }
          return Outcome.returned("late");
        });
    try (Pools pools = new Pools(1, 1, () -> {}, Duration.ofMillis(60))) {
      pools.offer(endless);
      Pools.awaitBalance(point);
      assertThat(Calls.reasons(point))
          .containsExactly("uncaptured: reading the outcome of the control takes more than 60 ms");
      pools.ask(point, "b");
      assertThat(point.ledger().total(Fate.MATCHED)).isEqualTo(1);
    } finally {
      release.countDown();
    }
    assertThat(STEPS).containsExactly("interrupted", "candidate");
  }
}
