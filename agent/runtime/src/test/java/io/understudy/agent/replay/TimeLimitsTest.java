package io.understudy.agent.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.agent.call.Call;
import io.understudy.agent.call.CallPoint;
import io.understudy.agent.call.Calls;
import io.understudy.journal.Fate;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Candidates that exceed their time limit in different ways. */
@Timeout(120)
final class TimeLimitsTest {
  private static final Duration SHORT = Duration.ofMillis(60);

  /** Releases candidates that would never return, so that no test leaves threads behind. */
  private static volatile CountDownLatch release = new CountDownLatch(1);

  private static final Set<Thread> ABANDONED = ConcurrentHashMap.newKeySet();

  static final class Candidates {
    private Candidates() {}

    /** Simulates a slow candidate that can be interrupted. */
    static Object sleeps(Object argument) throws InterruptedException {
      Thread.sleep(600_000);
      return argument;
    }

    static Object swallowsInterrupts(Object argument) {
      ABANDONED.add(Thread.currentThread());
      while (release.getCount() > 0) {
        Thread.interrupted();
        LockSupport.parkNanos(1_000_000);
      }
      return argument;
    }

    static final Thread.UncaughtExceptionHandler HANDLER = (thread, thrown) -> {};

    static Object changesItsThread(Object argument) {
      Thread thread = Thread.currentThread();
      boolean isRestored =
          thread.getName().startsWith("understudy-")
              && thread.getPriority() == Thread.MIN_PRIORITY
              && thread.getUncaughtExceptionHandler() != HANDLER
              && thread.getContextClassLoader() == Candidates.class.getClassLoader()
              && !thread.isInterrupted();
      thread.setName("mine");
      thread.setPriority(Thread.MAX_PRIORITY);
      thread.setUncaughtExceptionHandler(HANDLER);
      thread.setContextClassLoader(ClassLoader.getSystemClassLoader().getParent());
      thread.interrupt();
      return isRestored ? argument : "not restored";
    }

    static Object quick(Object argument) {
      if (Thread.currentThread().isInterrupted()) {
        throw new IllegalStateException("interrupted");
      }
      return argument;
    }
  }

  @Test
  void interruptibleCandidateTimesOutAndItsThreadContinues() {
    try (Pools pools = new Pools(1, 1)) {
      CallPoint slow = Pools.point(Candidates.class, "sleeps", SHORT);
      CallPoint quick = Pools.point(Candidates.class, "quick");
      Call call = pools.offer(slow, "a");
      Pools.awaitBalance(slow);
      pools.ask(quick, "b");
      assertThat(slow.ledger().total(Fate.TIMED_OUT)).isEqualTo(1);
      assertThat(quick.ledger().total(Fate.MATCHED)).isEqualTo(1);
      assertThat(pools.answers.timedOut).containsExactly(call);
      assertThat(pools.answers.threads).containsExactly("understudy-replay-1");
      assertThat(pools.answers.outcomes.get(0).thrown()).isNull();
      assertThat(pools.pool.abandoned()).isZero();
    }
  }

  @Test
  void threadOfACandidateThatNeverReturnsIsReplaced() throws Exception {
    release = new CountDownLatch(1);
    ABANDONED.clear();
    try (Pools pools = new Pools(1, 8)) {
      CallPoint stuck = Pools.point(Candidates.class, "swallowsInterrupts", SHORT);
      CallPoint quick = Pools.point(Candidates.class, "quick");
      pools.ask(stuck, "a");
      pools.ask(quick, "b");
      assertThat(stuck.ledger().total(Fate.TIMED_OUT)).isEqualTo(1);
      assertThat(quick.ledger().total(Fate.MATCHED)).isEqualTo(1);
      assertThat(pools.answers.threads).containsExactly("understudy-replay-2");
      assertThat(pools.pool.abandoned()).isEqualTo(1);

      // Leak test: an abandoned thread ends when its candidate returns, and the late answer is
      // ignored.
      release.countDown();
      for (Thread thread : ABANDONED) {
        thread.join();
      }
      Pools.await(() -> pools.pool.abandoned() == 0);
      assertThat(pools.answers.outcomes).hasSize(1);
      assertThat(stuck.ledger().total(Fate.MATCHED)).isZero();
    }
  }

  @Test
  void breakerOpensAtTheLimitOfAbandonedThreadsAndOthersContinue() {
    release = new CountDownLatch(1);
    try (Pools pools = new Pools(2, 2)) {
      CallPoint stuck = Pools.point(Candidates.class, "swallowsInterrupts", SHORT);
      CallPoint quick = Pools.point(Candidates.class, "quick");
      for (int i = 0; i < 40; i++) {
        pools.offer(stuck, i);
        pools.offer(quick, i);
      }
      Pools.awaitBalance(stuck);
      Pools.awaitBalance(quick);
      assertThat(quick.ledger().total(Fate.MATCHED)).isEqualTo(40);
      assertThat(stuck.ledger().total(Fate.TIMED_OUT)).isBetween(2L, 4L);
      assertThat(Calls.reasons(stuck)).containsExactly("shed: breaker open");
      assertThat(stuck.shedding()).isEqualTo("breaker open");
      assertThat(quick.shedding()).isNull();
      assertThat(pools.pool.openBreakers()).isEqualTo(1);
      assertThat(pools.pool.abandoned()).isBetween(2, 4);
    } finally {
      release.countDown();
    }
  }

  @Test
  void consecutiveTimeoutsOpenTheBreakerEvenIfEveryThreadReturns() {
    try (Pools pools = new Pools(2, 100)) {
      CallPoint slow = Pools.point(Candidates.class, "sleeps", SHORT);
      for (int i = 0; i < 40; i++) {
        pools.offer(slow, i);
      }
      Pools.awaitBalance(slow);
      assertThat(slow.ledger().total(Fate.TIMED_OUT)).isBetween(16L, 18L);
      assertThat(slow.ledger().total(Fate.SHED)).isBetween(22L, 24L);
      assertThat(pools.pool.abandoned()).isZero();
    }
  }

  @Test
  void threadThatDiesIsReplaced() {
    AtomicInteger marks = new AtomicInteger();
    Runnable deadlyAtFirst =
        () -> {
          if (marks.incrementAndGet() == 1) {
            throw new IllegalStateException("such as Thread.stop()");
          }
        };
    try (Pools pools = new Pools(1, 1, deadlyAtFirst)) {
      CallPoint quick = Pools.point(Candidates.class, "quick");
      pools.ask(quick, "a");
      assertThat(quick.ledger().total(Fate.MATCHED)).isEqualTo(1);
      assertThat(pools.answers.threads).containsExactly("understudy-replay-2");
    }
  }

  @Test
  void closingDropsTheCurrentCallAndEndsItsThread() {
    Pools pools = new Pools(1, 1);
    CallPoint slow = Pools.point(Candidates.class, "sleeps");
    pools.offer(slow, "a");
    Pools.await(() -> pools.pool.busy() == 1 && pools.queue.depth() == 0);
    pools.close();
    Pools.awaitBalance(slow);
    assertThat(Calls.reasons(slow)).containsExactly("dropped: shutdown");
  }

  @Test
  void closingWaitsForTheCurrentCall() {
    release = new CountDownLatch(1);
    Pools pools = new Pools(1, 1);
    CallPoint point = Pools.point(Candidates.class, "swallowsInterrupts");
    pools.offer(point, "a");
    Pools.await(() -> pools.pool.busy() == 1);
    Thread closing =
        new Thread(
            () -> {
              pools.queue.close(Pools.LONG.toNanos());
              pools.pool.close(Pools.LONG.toNanos());
            });
    closing.start();
    release.countDown();
    Pools.awaitBalance(point);
    assertThat(point.ledger().total(Fate.MATCHED)).isEqualTo(1);
    Pools.await(() -> !closing.isAlive());
  }

  @Test
  void threadIsRestoredAfterEachCall() {
    AtomicReference<Thread> worker = new AtomicReference<>();
    try (Pools pools = new Pools(1, 1, () -> worker.set(Thread.currentThread()))) {
      CallPoint point = Pools.point(Candidates.class, "changesItsThread");
      pools.ask(point, "a");
      pools.ask(point, "b");
      assertThat(point.ledger().total(Fate.MATCHED)).isEqualTo(2);
      Thread thread = Objects.requireNonNull(worker.get());
      assertThat(thread.getName()).isEqualTo("understudy-replay-1");
      assertThat(thread.getPriority()).isEqualTo(Thread.MIN_PRIORITY);
      assertThat(thread.getContextClassLoader()).isNull();
      assertThat(thread.isInterrupted()).isFalse();
      assertThat(thread.getUncaughtExceptionHandler()).isNotSameAs(Candidates.HANDLER);
      assertThat(pools.answers.threads).containsOnly("understudy-replay-1");
    }
  }

  @Test
  void threadsAreDaemonsOfLowestPriorityWithoutAContextLoader() {
    Set<Thread> seen = ConcurrentHashMap.newKeySet();
    try (Pools pools = new Pools(3, 1, () -> seen.add(Thread.currentThread()))) {
      Pools.await(() -> seen.size() == 3);
      assertThat(seen).allMatch(Thread::isDaemon);
      assertThat(seen).allMatch(t -> t.getPriority() == Thread.MIN_PRIORITY);
      assertThat(seen).allMatch(t -> t.getContextClassLoader() == null);
    }
    Pools.await(() -> seen.stream().noneMatch(Thread::isAlive));
  }
}
