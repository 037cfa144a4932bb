package io.understudy.agent.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.compare.ThrownException;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class CompletionsTest {
  private static final class Custom extends CompletableFuture<Object> {
    @Override
    public boolean isDone() {
      throw new AssertionError("called");
    }

    @Override
    public Object getNow(Object other) {
      throw new AssertionError("called");
    }
  }

  private static CompletableFuture<Object> failed(Throwable thrown) {
    CompletableFuture<Object> future = new CompletableFuture<>();
    future.completeExceptionally(thrown);
    return future;
  }

  @Test
  void onlyStagesAreStages() {
    CompletionStage<Object> stage = new CompletableFuture<>();
    assertThat(Completions.stage(stage)).isSameAs(stage);
    assertThat(Completions.stage("text")).isNull();
    assertThat(Completions.stage(null)).isNull();
  }

  @Test
  void onlyACompleteFutureIsReadAtOnce() {
    Custom custom = new Custom();
    custom.complete(1);
    assertThat(Completions.isHere(CompletableFuture.completedFuture(1))).isTrue();
    assertThat(Completions.isHere(failed(new IllegalStateException()))).isTrue();
    assertThat(Completions.isHere(new CompletableFuture<>())).isFalse();
    assertThat(Completions.isHere(custom)).isTrue();
    assertThat(Completions.now(custom).value()).isEqualTo(1);
    assertThat(Completions.isHere(new Custom())).isFalse();
  }

  @Test
  void futureOfTheApplicationIsReadWithoutItsMethods() {
    Custom custom = new Custom();
    custom.completeExceptionally(new IllegalStateException("broke"));
    assertThat(Completions.now(custom).thrown()).hasMessage("broke");
    Custom empty = new Custom();
    empty.complete(null);
    assertThat(Completions.now(empty).value()).isNull();
    assertThat(Completions.now(empty).thrown()).isNull();
  }

  @Test
  void valueOfACompleteStage() {
    Completions.Live live = Completions.now(CompletableFuture.completedFuture("done"));
    assertThat(live.value()).isEqualTo("done");
    assertThat(live.thrown()).isNull();
    assertThat(live.outcome().value()).isEqualTo("done");
  }

  @Test
  void nullIsAValue() {
    Completions.Live live = Completions.now(CompletableFuture.completedFuture(null));
    assertThat(live.value()).isNull();
    assertThat(live.thrown()).isNull();
    assertThat(live.outcome().thrown()).isNull();
  }

  @Test
  void exceptionOfAStageIsUnwrapped() {
    IllegalStateException cause = new IllegalStateException("broke");
    Completions.Live live =
        Completions.now(failed(cause).thenApply(String::valueOf).thenApply(String::length));
    assertThat(live.thrown()).isSameAs(cause);
    ThrownException thrown = Objects.requireNonNull(live.outcome().thrown());
    assertThat(thrown.className()).isEqualTo("java.lang.IllegalStateException");
  }

  @Test
  void cancellationIsAnException() {
    CompletableFuture<Object> future = new CompletableFuture<>();
    future.cancel(true);
    assertThat(Completions.now(future).thrown()).isInstanceOf(CancellationException.class);
  }

  @Test
  void causeEndsAtTheFirstOtherException() {
    IllegalStateException inner = new IllegalStateException(new RuntimeException());
    assertThat(Completions.cause(new CompletionException(new CompletionException(inner))))
        .isSameAs(inner);
    assertThat(Completions.cause(inner)).isSameAs(inner);
  }

  @Test
  void wrapperWithoutACauseIsItsOwnCause() {
    CompletionException alone = new CompletionException("alone", null);
    assertThat(Completions.cause(alone)).isSameAs(alone);
  }

  @Test
  void chainOfCausesIsBounded() {
    Throwable all = new IllegalStateException();
    for (int i = 0; i < 100; i++) {
      all = new CompletionException(all);
    }
    assertThat(Completions.cause(all)).isInstanceOf(CompletionException.class);
  }

  @Test
  void reasonOfARefusedRegistrationNamesClassesOnly() {
    assertThat(Completions.refused(new Custom(), new IllegalStateException("a value")))
        .isEqualTo(
            Custom.class.getName()
                + " threw java.lang.IllegalStateException when it was asked to tell what it"
                + " completes with");
  }
}
