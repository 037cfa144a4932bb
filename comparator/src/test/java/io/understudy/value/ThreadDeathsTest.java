package io.understudy.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class ThreadDeathsTest {
  @SuppressWarnings({"deprecation", "removal"})
  private final ThreadDeath death = new ThreadDeath();

  @Test
  void deathWithinErrorsOfTheJdk() {
    Error wrapped = new ExceptionInInitializerError(new InternalError("uncaught", death));
    assertThat(ThreadDeaths.is(wrapped)).isTrue();
    assertThatThrownBy(() -> ThreadDeaths.rethrow(wrapped)).isSameAs(death);
  }

  @Test
  void deathWithinAnExceptionOfTheApplicationIsItsOwn() {
    assertThat(ThreadDeaths.is(new IllegalStateException(death))).isFalse();
    assertThatCode(() -> ThreadDeaths.rethrow(new OwnError(death))).doesNotThrowAnyException();
  }

  /** Its getCause would be code of the application. */
  private static final class OwnError extends InternalError {
    private static final long serialVersionUID = 1;

    OwnError(Throwable cause) {
      super(cause);
    }
  }
}
