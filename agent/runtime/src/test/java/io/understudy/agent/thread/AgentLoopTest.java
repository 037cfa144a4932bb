package io.understudy.agent.thread;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.agent.log.Log;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

class AgentLoopTest {
  private static final long LONG = TimeUnit.SECONDS.toNanos(20);

  private final AgentThreads threads = new AgentThreads(Log.none());
  private final AtomicInteger rounds = new AtomicInteger();
  private final List<Throwable> uncaught = Collections.synchronizedList(new ArrayList<>());

  @BeforeEach
  void countUncaught() {
    Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> uncaught.add(thrown));
  }

  @AfterEach
  void nothingReachesTheApplication() {
    Thread.setDefaultUncaughtExceptionHandler(null);
    assertThat(uncaught).isEmpty();
  }

  private static Thread thread(AgentLoop loop) {
    return Objects.requireNonNull(loop.thread());
  }

  private void throwInTurn() throws Exception {
    switch (rounds.incrementAndGet()) {
      case 1:
        throw new OutOfMemoryError("round 1");
      case 2:
        throw new StackOverflowError();
      case 3:
        throw new ThreadDeath();
      case 4:
        throw new InterruptedException();
      case 5:
        throw new NoClassDefFoundError("a/B");
      default:
    }
  }

  @Test
  void loopContinuesAfterAnyThrowable() {
    AgentLoop loop =
        threads.loop(
            "understudy-test",
            () -> {
              throwInTurn();
              return AgentLoop.END;
            });
    loop.start();
    assertThat(loop.join(LONG)).isTrue();
    assertThat(rounds).hasValue(6);
    assertThat(loop.failures()).isEqualTo(5);
    assertThat(loop.restarts()).isZero();
    assertThat(threads.failures()).isEqualTo(5);
  }

  @Test
  void threadIsADaemonOfTheAgentsGroupWithoutAClassLoader() {
    AgentLoop loop = threads.loop("understudy-test", () -> LONG);
    loop.start();
    while (loop.thread() == null) {
      Thread.yield();
    }
    Thread thread = thread(loop);
    assertThat(thread.isDaemon()).isTrue();
    assertThat(thread.getName()).isEqualTo("understudy-test");
    assertThat(thread.getContextClassLoader()).isNull();
    assertThat(thread.getThreadGroup().getName()).isEqualTo("understudy-agent");
    assertThat(thread.getThreadGroup().getParent().getParent()).isNull();
    loop.end();
    assertThat(loop.join(LONG)).isTrue();
  }

  @Test
  void interruptsDoNotShortenTheWaitBetweenRounds() {
    AgentLoop loop =
        threads.loop(
            "understudy-test",
            () -> {
              rounds.incrementAndGet();
              return LONG;
            });
    loop.start();
    while (rounds.get() == 0) {
      Thread.yield();
    }
    for (int i = 0; i < 1_000; i++) {
      thread(loop).interrupt();
      thread(loop).getThreadGroup().interrupt();
    }
    assertThat(thread(loop).isInterrupted()).isFalse();
    loop.end();
    assertThat(loop.join(LONG)).isTrue();
    assertThat(rounds).hasValue(1);
  }

  @Test
  void interruptOfTheWaiterDoesNotShortenTheJoinAndStaysSet() throws InterruptedException {
    CountDownLatch release = new CountDownLatch(1);
    AgentLoop loop =
        threads.loop(
            "understudy-test",
            () -> {
              release.await();
              return AgentLoop.END;
            });
    loop.start();
    Thread.currentThread().interrupt();
    assertThat(loop.join(TimeUnit.MILLISECONDS.toNanos(20))).isFalse();
    release.countDown();
    assertThat(loop.join(LONG)).isTrue();
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void joinOfALoopThatHasNotStartedReturns() {
    assertThat(threads.loop("understudy-test", () -> LONG).join(1)).isFalse();
  }

  @Test
  void deadThreadIsReplacedByAnotherLoop() throws InterruptedException {
    AgentLoop watching =
        threads.loop("understudy-watching", () -> TimeUnit.MILLISECONDS.toNanos(1));
    watching.start();
    AgentLoop died =
        threads.loop(
            "understudy-test",
            () -> {
              rounds.incrementAndGet();
              return TimeUnit.MILLISECONDS.toNanos(1);
            });
    died.start();
    killThread(died);
    int before = rounds.get();
    while (rounds.get() < before + 2) {
      Thread.yield();
    }
    assertThat(died.restarts()).isEqualTo(1);
    assertThat(threads.restarts()).isEqualTo(1);
    watching.end();
    died.end();
    assertThat(watching.join(LONG)).isTrue();
    assertThat(died.join(LONG)).isTrue();
    assertThat(threads.restarts()).isEqualTo(1);
  }

  @Test
  void deadThreadIsReplacedByTheOneThatWaitsForItsEnd() throws InterruptedException {
    AgentLoop loop =
        threads.loop("understudy-test", () -> rounds.get() == 0 ? LONG : AgentLoop.END);
    loop.start();
    killThread(loop);
    rounds.incrementAndGet();
    assertThat(loop.join(LONG)).isTrue();
  }

  /** Moves the loop to a thread that then ends. No {@code stop()} could kill its own thread. */
  private static void killThread(AgentLoop loop) throws InterruptedException {
    while (loop.thread() == null) {
      Thread.yield();
    }
    Thread last = new Thread(loop::takeOver);
    last.start();
    last.join();
  }

  @Test
  @EnabledForJreRange(max = JRE.JAVA_19)
  @SuppressWarnings("deprecation") // what hostile code calls
  void stoppedThreadContinues() {
    AgentLoop loop =
        threads.loop(
            "understudy-test",
            () -> {
              rounds.incrementAndGet();
              return TimeUnit.MILLISECONDS.toNanos(1);
            });
    loop.start();
    while (rounds.get() == 0) {
      Thread.yield();
    }
    Thread first = thread(loop);
    for (int i = 0; i < 1_000; i++) {
      first.stop();
    }
    int before = rounds.get();
    while (rounds.get() < before + 2) {
      // So many stops may kill the thread all the same; then another thread of the agent restarts
      // it.
      threads.check();
      Thread.yield();
    }
    loop.end();
    assertThat(loop.join(LONG)).isTrue();
  }

  @Test
  void restartThatFailsIsTriedAgain() {
    AtomicInteger tries = new AtomicInteger();
    Runnable failing =
        () -> {
          tries.incrementAndGet();
          throw new IllegalThreadStateException("the group was destroyed");
        };
    threads.revive(failing);
    threads.revive(failing);
    assertThat(tries).hasValue(2);
  }

  @Test
  void threadThatIsStoppedWhileItRestartsALoopDies() {
    ThreadDeath death = new ThreadDeath();
    assertThatThrownBy(
            () ->
                threads.revive(
                    () -> {
                      throw death;
                    }))
        .isSameAs(death);
    threads.revive(() -> rounds.incrementAndGet());
    assertThat(rounds).hasValue(1);
  }
}
