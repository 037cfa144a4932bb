package io.understudy.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CausesTest {
  private static final class Wrapper extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final @Nullable Throwable inner;

    Wrapper(@Nullable Throwable inner) {
      this.inner = inner;
    }

    @Override
    public synchronized @Nullable Throwable getCause() {
      if (inner == null) {
        throw new UnsupportedOperationException("no cause");
      }
      return inner;
    }
  }

  @Test
  void causeOfAnException() {
    Exception cause = new Exception("cause");

    assertThat(Causes.of(new IllegalStateException(cause))).isSameAs(cause);
    assertThat(Causes.of(new Exception("late").initCause(cause))).isSameAs(cause);
  }

  @Test
  void exceptionWithoutCause() {
    assertThat(Causes.of(new Exception("alone"))).isNull();
    assertThat(Causes.of(new Exception("null", null))).isNull();
  }

  @Test
  void overriddenGetCauseIsCalled() {
    Exception inner = new Exception("inner");

    assertThat(Causes.of(new Wrapper(inner))).isSameAs(inner);
    assertThatThrownBy(() -> Causes.of(new Wrapper(null))).hasMessage("no cause");
  }

  @Test
  void reasonIsTheMessage() {
    assertThat(new Uncapturable("why").reason()).isEqualTo("why");
    assertThat(new Uncapturable("why").getStackTrace()).isEmpty();
  }
}
