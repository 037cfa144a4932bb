package io.understudy.agent.operate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.agent.log.Log;
import io.understudy.agent.thread.AgentThreads;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class OperatorThreadTest {
  private final CountDownLatch looked = new CountDownLatch(1);
  private final AgentThreads threads = new AgentThreads(Log.none());
  private final OperatorThread operator =
      new OperatorThread(threads, "understudy-operator", looked::countDown);

  @Test
  void requestsRunInOrderOnItsThread() throws Exception {
    operator.start();
    assertThat(operator.execute(() -> Thread.currentThread().getName()))
        .isEqualTo("understudy-operator");
    assertThat(operator.execute(() -> operator.execute(() -> "inside"))).isEqualTo("inside");
    operator.end();
  }

  @Test
  void periodicTaskRunsInBetween() throws Exception {
    operator.start();
    looked.await();
    operator.end();
  }

  @Test
  void refusalIsRethrown() {
    operator.start();
    assertThatThrownBy(
            () ->
                operator.execute(
                    () -> {
                      throw new OperationRefusedException("no such point");
                    }))
        .isInstanceOf(OperationRefusedException.class)
        .hasMessage("no such point");
    operator.end();
  }

  @Test
  void failureIsReportedWithoutItsMessage() {
    operator.start();
    assertThatThrownBy(
            () ->
                operator.execute(
                    () -> {
                      throw new IllegalStateException("card 4711");
                    }))
        .isInstanceOf(OperationRefusedException.class)
        .hasMessageStartingWith("the agent failed: java.lang.IllegalStateException at ")
        .hasMessageNotContaining("4711");
    operator.end();
  }

  @Test
  void requestAfterTheEndIsRefused() throws Exception {
    operator.start();
    operator.execute(
        () -> {
          operator.end();
          return "";
        });
    assertThatThrownBy(() -> operator.execute(() -> "late"))
        .isInstanceOf(OperationRefusedException.class)
        .hasMessage("the agent is detached");
  }

  @Test
  void failedTasksDoNotEndTheThread() throws Exception {
    CountDownLatch runs = new CountDownLatch(2);
    OperatorThread failing =
        new OperatorThread(
            threads,
            "understudy-operator",
            () -> {
              runs.countDown();
              throw new IllegalStateException("periodic");
            });
    failing.start();
    runs.await();
    assertThat(failing.execute(() -> "served")).isEqualTo("served");
    failing.end();
  }

  @Test
  void errorOfATaskIsReportedWithItsClass() throws Exception {
    operator.start();
    assertThatThrownBy(
            () ->
                operator.execute(
                    () -> {
                      throw new NoClassDefFoundError("a/B");
                    }))
        .isInstanceOf(OperationRefusedException.class)
        .hasMessageStartingWith("the agent failed: java.lang.NoClassDefFoundError at ");
    assertThat(operator.execute(() -> "served")).isEqualTo("served");
    operator.end();
  }

  @Test
  void interruptedCallerStopsWaitingAndStaysInterrupted() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    operator.start();
    Thread.currentThread().interrupt();
    assertThatThrownBy(
            () ->
                operator.execute(
                    () -> {
                      release.await();
                      return "";
                    }))
        .isInstanceOf(OperationRefusedException.class)
        .hasMessage("interrupted; the request continues");
    assertThat(Thread.interrupted()).isTrue();
    release.countDown();
    operator.end();
  }
}
