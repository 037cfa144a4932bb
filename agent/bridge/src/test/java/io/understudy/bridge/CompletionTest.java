package io.understudy.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CompletionTest {
  private final List<String> seen = new ArrayList<>();
  private final Completion completion =
      new Completion((value, thrown) -> seen.add(value + " " + thrown));
  private int escaped;

  @BeforeEach
  void readEscaped() {
    escaped = Bridge.escaped;
  }

  @AfterEach
  void restoreEscaped() {
    Bridge.escaped = escaped;
  }

  @Test
  void listenerReceivesTheValueOfAStage() {
    CompletableFuture<Object> stage = new CompletableFuture<>();
    stage.whenComplete(completion);
    assertThat(seen).isEmpty();
    stage.complete("done");
    assertThat(seen).containsExactly("done null");
  }

  @Test
  void listenerReceivesTheExceptionOfAStage() {
    CompletableFuture<Object> stage = new CompletableFuture<>();
    stage.whenComplete(completion);
    stage.completeExceptionally(new IllegalStateException("broke"));
    assertThat(seen).containsExactly("null java.lang.IllegalStateException: broke");
  }

  @Test
  void listenerIsCalledOnce() {
    completion.accept(1, null);
    completion.accept(2, null);
    assertThat(seen).containsExactly("1 null");
  }

  @Test
  void cancelledCallbackCallsNoListener() {
    completion.forget();
    completion.accept(1, null);
    assertThat(seen).isEmpty();
  }

  @Test
  void exceptionOfTheListenerIsCountedAndNotThrown() {
    new Completion(
            (value, thrown) -> {
              throw new AssertionError("a failure of the agent");
            })
        .accept(1, null);
    assertThat(Bridge.escaped).isEqualTo(escaped + 1);
  }

  @Test
  void callsOfTheListenerAreNotCaptured() {
    int point = Bridge.reserve(Keys.KEY, 1);
    Bridge.open(
        Keys.KEY,
        new Handler() {
          @Override
          public @Nullable Token take(int number, int site) {
            return null;
          }

          @Override
          public void failed(int number, Throwable failure) {}
        });
    try {
      Bridge.arm(Keys.KEY, point, true);
      new Completion(
              (value, thrown) -> seen.add("inside " + Arrays.toString(Bridge.enter(point, 0))))
          .accept(1, null);
      assertThat(seen).containsExactly("inside null");
      int[] marks = Bridge.enter(point, 0);
      assertThat(marks).as("after the listener").isNotNull();
      if (marks != null) {
        marks[Bridge.slot(point)] = 0;
      }
    } finally {
      Bridge.close(Keys.KEY);
    }
  }
}
