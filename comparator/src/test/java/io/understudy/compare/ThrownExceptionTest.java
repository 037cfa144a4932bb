package io.understudy.compare;

import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ThrownExceptionTest {
  private static RuntimeException chain(int length) {
    RuntimeException chain = new RuntimeException("cause 1");
    for (int i = 2; i <= length; i++) {
      chain = new RuntimeException("cause " + i, chain);
    }
    return chain;
  }

  @Test
  void classMessageAndTypes() {
    ThrownException thrown = ThrownException.of(new FileNotFoundException("a.txt"));

    assertThat(thrown.className()).isEqualTo("java.io.FileNotFoundException");
    assertThat(thrown.message()).isEqualTo("a.txt");
    assertThat(thrown.causes()).isEmpty();
    assertThat(thrown.typeNames())
        .startsWith("java.io.FileNotFoundException", "java.io.IOException", "java.lang.Exception")
        .contains("java.lang.Throwable", "java.io.Serializable");
  }

  @Test
  void causesNearestFirst() {
    ThrownException thrown =
        ThrownException.of(
            new IllegalStateException("top", new UncheckedIOException(new IOException("disk"))));

    assertThat(thrown.causes().stream().map(ThrownException::className).collect(toList()))
        .containsExactly("java.io.UncheckedIOException", "java.io.IOException");
    assertThat(thrown.causes().get(0).causes()).isEmpty();
  }

  @Test
  void causesBeyondTheSixteenthAreLeftOut() {
    assertThat(ThrownException.of(new Exception(chain(16))).causes()).hasSize(16);
    ThrownException thrown = ThrownException.of(new Exception(chain(20)));
    assertThat(thrown.causes()).hasSize(16);
    assertThat(thrown.causes().get(15).message()).isEqualTo("cause 5");
  }

  @Test
  void ringOfCausesEnds() {
    Exception first = new Exception("first");
    Exception second = new Exception("second", first);
    first.initCause(second);

    assertThat(ThrownException.of(first).causes()).hasSize(16);
  }

  @Test
  void causeThatIsTheExceptionItselfIsNone() {
    Exception own =
        new Exception("own") {
          private static final long serialVersionUID = 1;

          @Override
          public synchronized Throwable getCause() {
            return this;
          }
        };

    assertThat(ThrownException.of(own).causes()).isEmpty();
  }

  @Test
  void methodsThatThrowAreNotPassedOn() {
    ThrownException thrown = ThrownException.of(new Hostile());

    assertThat(thrown.message()).isEqualTo("(getMessage() threw java.lang.StackOverflowError)");
    assertThat(thrown.causes()).isEmpty();
  }

  private static final class Hostile extends RuntimeException {
    private static final long serialVersionUID = 1;

    @Override
    public @Nullable String getMessage() {
      throw new StackOverflowError();
    }

    @Override
    public synchronized @Nullable Throwable getCause() {
      throw new IllegalStateException();
    }
  }

  @Test
  void equalByContent() {
    ThrownException one = ThrownException.of(new IOException("a", new Exception("b")));

    assertThat(one)
        .isEqualTo(ThrownException.of(new IOException("a", new Exception("b"))))
        .hasSameHashCodeAs(ThrownException.of(new IOException("a", new Exception("b"))))
        .isNotEqualTo(ThrownException.of(new IOException("a", new Exception("c"))))
        .isNotEqualTo(ThrownException.of(new IOException("x", new Exception("b"))))
        .isNotEqualTo(ThrownException.of(new IOException("a")))
        .isNotEqualTo(ThrownException.of(new Exception("a", new Exception("b"))))
        .isNotEqualTo(ThrownException.of(new IOException((String) null)))
        .isNotEqualTo("java.io.IOException: a");
  }

  @Test
  void textIsClassAndMessage() {
    assertThat(ThrownException.of(new IOException("a"))).hasToString("java.io.IOException: a");
    assertThat(ThrownException.of(new IOException())).hasToString("java.io.IOException");
  }

  @Test
  void outcomesPrintWithoutValues() {
    assertThat(Outcome.returned("secret")).hasToString("returned");
    assertThat(Outcome.threw(ThrownException.of(new IOException("secret"))))
        .hasToString("threw java.io.IOException");
  }

  @Test
  void outcomeKeepsItsArguments() {
    Object[] arguments = {1, null};
    Outcome outcome = Outcome.returned("x").withArguments(arguments);

    assertThat(outcome.value()).isEqualTo("x");
    assertThat(outcome.thrown()).isNull();
    assertThat(outcome.arguments()).isSameAs(arguments);
    assertThat(Outcome.returned("x").arguments()).isNull();
  }
}
