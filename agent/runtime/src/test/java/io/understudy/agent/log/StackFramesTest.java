package io.understudy.agent.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class StackFramesTest {
  private static Exception withFrames(int frames, @Nullable Throwable cause) {
    Exception exception = new IllegalStateException("secret", cause);
    StackTraceElement[] trace = new StackTraceElement[frames];
    for (int i = 0; i < frames; i++) {
      trace[i] = new StackTraceElement("a.B", "m", "B.java", i + 1);
    }
    exception.setStackTrace(trace);
    return exception;
  }

  @Test
  void classAndFramesWithoutTheMessage() {
    assertThat(StackFrames.of(withFrames(2, null)))
        .isEqualTo(
            "java.lang.IllegalStateException\n    at a.B.m(B.java:1)\n    at a.B.m(B.java:2)");
  }

  @Test
  void framesAreLimited() {
    assertThat(StackFrames.of(withFrames(42, null)).split("\n"))
        .hasSize(42)
        .contains("    at a.B.m(B.java:40)", "    and 2 more")
        .doesNotContain("    at a.B.m(B.java:41)");
  }

  @Test
  void causesAreLimited() {
    Exception chain = withFrames(0, null);
    for (int i = 0; i < 20; i++) {
      chain = withFrames(0, chain);
    }
    assertThat(StackFrames.of(chain).split("\n"))
        .hasSize(9)
        .contains("  caused by java.lang.IllegalStateException");
  }

  @Test
  void exceptionThatCausesItself() {
    Exception cyclic =
        new Exception() {
          private static final long serialVersionUID = 1;

          @Override
          public synchronized Throwable getCause() {
            return this;
          }
        };
    assertThat(StackFrames.of(cyclic)).doesNotContain("caused by");
  }

  @Test
  void exceptionWhoseCauseCannotBeRead() {
    Exception hostile =
        new Exception() {
          private static final long serialVersionUID = 1;

          @Override
          public synchronized Throwable getCause() {
            throw new UnsupportedOperationException("secret");
          }
        };
    assertThat(StackFrames.of(hostile))
        .endsWith("\n  (unreadable: java.lang.UnsupportedOperationException)");
  }
}
