package io.understudy.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AgentTimerTest {
  private final CountDownLatch ticks = new CountDownLatch(3);
  private final AtomicReference<@Nullable Thread> thread = new AtomicReference<>();

  private final AgentTimer timer =
      new AgentTimer(
          () -> {
            thread.set(Thread.currentThread());
            ticks.countDown();
            throw new AssertionError("a tick that fails");
          });

  private Thread thread() {
    return Objects.requireNonNull(thread.get());
  }

  @AfterEach
  void stop() {
    timer.stop();
  }

  @Test
  void timerContinuesAfterAFailure() throws InterruptedException {
    timer.start();
    assertThat(ticks.await(20, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void threadIsADaemonWithoutAClassLoader() throws InterruptedException {
    timer.start();
    assertThat(ticks.await(20, TimeUnit.SECONDS)).isTrue();
    assertThat(thread().isDaemon()).isTrue();
    assertThat(thread().getName()).isEqualTo("understudy-timer");
    assertThat(thread().getContextClassLoader()).isNull();
  }

  @Test
  void stoppedTimerEndsItsThread() throws InterruptedException {
    timer.start();
    assertThat(ticks.await(20, TimeUnit.SECONDS)).isTrue();
    timer.stop();
    thread().join(20_000);
    assertThat(thread().isAlive()).isFalse();
  }
}
