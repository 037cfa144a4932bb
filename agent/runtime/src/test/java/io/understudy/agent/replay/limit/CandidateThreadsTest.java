package io.understudy.agent.replay.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class CandidateThreadsTest {
  private final CountDownLatch end = new CountDownLatch(1);
  private final Map<Long, Long> cpu = new HashMap<>();
  private final CandidateThreads threads =
      new CandidateThreads(
          new ThreadCosts(
              new ThreadCosts.Source() {
                @Override
                public long cpuNanos(long threadId) {
                  return cpu.getOrDefault(threadId, 0L);
                }

                @Override
                public long allocatedBytes(long threadId) {
                  return 0;
                }

                @Override
                public boolean holdsMonitors(long threadId) {
                  return false;
                }
              }));
  private long now;

  private Thread start(String name) {
    Thread thread =
        new Thread(
            () -> {
              try {
                end.await();
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
            },
            name);
    thread.setDaemon(true);
    thread.start();
    while (thread.getState() != Thread.State.WAITING) {
      Thread.yield();
    }
    return thread;
  }

  @AfterEach
  void endThreads() {
    end.countDown();
  }

  /** Measures after a period in which the thread has used this share of a processor. */
  private List<Thread> measure(Thread thread, double share) {
    now += CandidateThreads.PERIOD;
    cpu.merge(thread.getId(), (long) (share * CandidateThreads.PERIOD), Long::sum);
    return threads.measure(Collections.singletonList(thread), Collections.emptySet(), now);
  }

  @Test
  void threadThatNeverPausesIsReportedOnce() {
    Thread thread = start("worker");
    for (int i = 0; i < CandidateThreads.PATIENCE; i++) {
      assertThat(measure(thread, 0.9)).isEmpty();
    }
    assertThat(measure(thread, 0.9)).containsExactly(thread);
    assertThat(measure(thread, 0.9)).isEmpty();
  }

  @Test
  void threadThatPausesIsNotReported() {
    Thread thread = start("worker");
    for (int i = 0; i < 3 * CandidateThreads.PATIENCE; i++) {
      assertThat(measure(thread, i % 10 == 0 ? 0 : 0.9)).isEmpty();
    }
  }

  /** The watchdog would run the candidate's code, and could stay in it. */
  @Test
  void threadWhoseClassOverridesWhatMeasuresItIsNotMeasured() {
    Thread thread =
        new Thread("worker") {
          @Override
          public long getId() {
            throw new AssertionError("code of a candidate on the watchdog's thread");
          }
        };
    List<Thread> running = Collections.singletonList(thread);
    for (int i = 0; i < 2 * CandidateThreads.PATIENCE; i++) {
      now += CandidateThreads.PERIOD;
      assertThat(threads.measure(running, Collections.emptySet(), now)).isEmpty();
    }
  }

  @Test
  void threadsOfTheAgentAreNotMeasured() {
    Thread thread = start("understudy-replay-7");
    for (int i = 0; i < 2 * CandidateThreads.PATIENCE; i++) {
      assertThat(measure(thread, 0.9)).isEmpty();
    }
  }
}
