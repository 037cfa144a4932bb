package io.understudy.agent.replay.limit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ThreadStopTest {
  private static StackTraceElement frame(String className, String method) {
    return new StackTraceElement(className, method, null, -1);
  }

  @Test
  void codeOfTheApplicationMayBeStopped() {
    assertThat(ThreadStop.isSafe(new StackTraceElement[] {frame("app.Next", "quote")})).isTrue();
    assertThat(
            ThreadStop.isSafe(
                new StackTraceElement[] {
                  frame("java.util.HashMap", "get"),
                  frame("app.Next", "quote"),
                  frame("io.understudy.agent.replay.Worker", "run")
                }))
        .isTrue();
  }

  @Test
  void codeOfTheAgentIsNotStopped() {
    assertThat(
            ThreadStop.isSafe(
                new StackTraceElement[] {
                  frame("java.util.HashMap", "get"),
                  frame("io.understudy.agent.replay.Worker", "run"),
                  frame("app.Next", "quote")
                }))
        .isFalse();
    assertThat(ThreadStop.isSafe(new StackTraceElement[] {frame("java.lang.Thread", "run")}))
        .isFalse();
    assertThat(ThreadStop.isSafe(new StackTraceElement[0])).isFalse();
  }

  @Test
  void loaderOfClassesIsNotStopped() {
    assertThat(
            ThreadStop.isSafe(
                new StackTraceElement[] {
                  frame("app.Loader", "read"), frame("app.Loader", "loadClass")
                }))
        .isFalse();
  }

  @Test
  void stopThatTheConfigurationForbidsStopsNothing() {
    assertThat(new ThreadStop(false).stop(new Thread(() -> {}))).isFalse();
  }
}
