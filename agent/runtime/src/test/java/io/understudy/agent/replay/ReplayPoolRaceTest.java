package io.understudy.agent.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.agent.call.CallPoint;
import io.understudy.journal.Fate;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Candidates of all kinds, and a close at a random moment: every call ends exactly once. */
@Timeout(120)
final class ReplayPoolRaceTest {
  /**
   * How long candidates ignore interrupts: longer than the grace period, so that some are
   * abandoned.
   */
  private static final long LINGER = 400_000_000L;

  static final class Candidates {
    private Candidates() {}

    static Object quick(Object argument) {
      return argument;
    }

    static Object borderline(Object argument) {
      LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(2_000_000));
      return argument;
    }

    /** Simulates a slow candidate that can be interrupted. */
    static Object sleeps(Object argument) throws InterruptedException {
      Thread.sleep(10_000);
      return argument;
    }

    static Object lingers(Object argument) {
      long start = System.nanoTime();
      while (System.nanoTime() - start < LINGER) {
        Thread.interrupted();
        LockSupport.parkNanos(1_000_000);
      }
      return argument;
    }

    static Object throwing(Object argument) {
      Thread.currentThread().interrupt();
      throw new AssertionError();
    }
  }

  @RepeatedTest(25)
  void everyCallEndsOnceWhenThePoolIsClosedAtARandomMoment() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    List<CallPoint> points =
        Arrays.asList(
            Pools.point(Candidates.class, "quick"),
            Pools.point(Candidates.class, "borderline", Duration.ofMillis(1)),
            Pools.point(Candidates.class, "sleeps", Duration.ofMillis(5)),
            Pools.point(Candidates.class, "lingers", Duration.ofMillis(5)),
            Pools.point(Candidates.class, "throwing"),
            Pools.point(Candidates.class, "missing"));
    Pools pools = new Pools(3, 2);
    for (int i = 0; i < 300; i++) {
      pools.offer(points.get(random.nextInt(points.size())), i);
    }
    LockSupport.parkNanos(random.nextLong(400_000_000));
    pools.queue.close(random.nextBoolean() ? 0 : 50_000_000);
    pools.pool.close(random.nextBoolean() ? 0 : 50_000_000);
    long intercepted = 0;
    for (CallPoint point : points) {
      Pools.awaitBalance(point);
      intercepted += point.ledger().totalIntercepted();
    }
    assertThat(intercepted).isEqualTo(300);
    // The sink and the ledger agree.
    assertThat(sum(points, Fate.TIMED_OUT)).isEqualTo(pools.answers.timedOut.size());
    assertThat(sum(points, Fate.MATCHED)).isEqualTo(pools.answers.outcomes.size());
    Pools.await(() -> pools.pool.abandoned() == 0);
  }

  /** A call that has its answer when the pool stops is settled, since it is claimed. */
  @Test
  void answersThatArriveWhileThePoolStopsAreSettled() {
    for (int round = 0; round < 1_000; round++) {
      CallPoint point = Pools.point(Candidates.class, "quick");
      Pools pools = new Pools(3, 2);
      pools.ask(point, "first");
      for (int i = 0; i < 200; i++) {
        pools.offer(point, i);
      }
      LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(100_000));
      pools.queue.close(0);
      pools.pool.close(0);
      Pools.awaitBalance(point);
    }
  }

  private static long sum(List<CallPoint> points, Fate fate) {
    long sum = 0;
    for (CallPoint point : points) {
      sum += point.ledger().total(fate);
    }
    return sum;
  }
}
