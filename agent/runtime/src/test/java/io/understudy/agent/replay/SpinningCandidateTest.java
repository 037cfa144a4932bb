package io.understudy.agent.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.agent.call.CallPoint;
import io.understudy.agent.call.Calls;
import io.understudy.journal.Fate;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Candidates that use CPU time or memory without an end, and are stopped at their stop points. */
@Timeout(120)
final class SpinningCandidateTest {
  private static final Duration SHORT = Duration.ofMillis(60);

  static final class Candidates {
    static volatile long rounds;

    private Candidates() {}

    /** Ends where a woven stop point would throw. */
    static Object spins(Object argument) {
      while (!Pools.STOPPED.contains(Thread.currentThread())) {
        rounds++;
      }
      return argument;
    }

    static volatile boolean mayEnd;

    /** Has no stop point, such as a loop inside of the JDK. */
    static Object neverStops(Object argument) {
      while (!mayEnd) {
        rounds++;
      }
      return argument;
    }

    static Object allocates(Object argument) {
      while (!Pools.STOPPED.contains(Thread.currentThread())) {
        rounds += new byte[1_000_000].length;
      }
      return argument;
    }

    static Object quick(Object argument) {
      return argument;
    }
  }

  @Test
  void pointIsOffAfterTwoCallsAndItsThreadContinues() {
    try (Pools pools = new Pools(1, 8)) {
      CallPoint spinning = Pools.point(Candidates.class, "spins", SHORT);
      CallPoint quick = Pools.point(Candidates.class, "quick");
      pools.ask(spinning, "first");
      assertThat(spinning.shedding()).isEqualTo("breaker open");
      Pools.await(() -> pools.limits.stuck().count() == 0);
      assertThat(pools.limits.record(spinning).spun()).isTrue();
      assertThat(pools.pool.offSince(spinning)).isNotNull();
      pools.ask(quick, "b");
      assertThat(quick.ledger().total(Fate.MATCHED)).isEqualTo(1);
      assertThat(spinning.ledger().total(Fate.TIMED_OUT)).isEqualTo(1);
      assertThat(pools.pool.turnOn(spinning)).isTrue();
      assertThat(pools.pool.offSince(spinning)).isNull();
    }
  }

  @Test
  void callThatAllocatesTooMuchIsUnanswered() {
    try (Pools pools = new Pools(1, 8)) {
      CallPoint point = Pools.point(Candidates.class, "allocates");
      pools.ask(point, "a");
      assertThat(point.ledger().total(Fate.UNANSWERED)).isEqualTo(1);
      assertThat(Calls.reasons(point)).allMatch(r -> r.contains("the candidate allocates "));
      assertThat(point.shedding()).isEqualTo("breaker open");
    }
  }

  @Test
  void threadThatNeverReturnsIsNotChargedToTheOthers() {
    Candidates.mayEnd = false;
    try (Pools pools = new Pools(1, 8)) {
      CallPoint point = Pools.point(Candidates.class, "neverStops", SHORT);
      pools.ask(point, "a");
      Pools.await(() -> pools.limits.stuck().count() == 1);
      Thread stuck = pools.limits.stuck().threads().get(0);
      assertThat(stuck.isAlive()).isTrue();
      assertThat(pools.pool.threads()).isNotEmpty().doesNotContain(stuck);
    } finally {
      Candidates.mayEnd = true;
    }
  }
}
