package io.understudy.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

@EnabledForJreRange(max = JRE.JAVA_18)
class SwallowedStopTest {
  private final CompletableFuture<Object> source = new CompletableFuture<>();
  private final AtomicReference<Throwable> death = new AtomicReference<>();
  private volatile boolean isDone;
  private int escaped;

  @BeforeEach
  void readEscaped() {
    escaped = Bridge.escaped;
  }

  @AfterEach
  void restoreEscaped() {
    Bridge.escaped = escaped;
  }

  private void watch(Completion.Listener listener) {
    Completion completion = new Completion(listener);
    SwallowedStop.watch(source, completion, source.whenComplete(completion));
  }

  /** Runs an action on a thread that goes on until it is stopped. */
  private Thread start(Runnable action) {
    Thread thread =
        new Thread(
            () -> {
              action.run();
              while (!isDone) {
                LockSupport.parkNanos(1_000_000);
              }
            });
    thread.setUncaughtExceptionHandler((self, thrown) -> death.set(thrown));
    thread.start();
    return thread;
  }

  @Test
  void threadThatWasStoppedInACallbackEnds() throws Exception {
    watch(
        (value, thrown) -> {
          throw new ThreadDeath();
        });
    Thread thread = start(() -> source.complete("x"));
    thread.join(60_000);
    assertThat(death.get()).isInstanceOf(ThreadDeath.class);
  }

  @Test
  void threadThatCompletesItsFutureWithAThreadDeathGoesOn() throws Exception {
    watch((value, thrown) -> {});
    Thread thread = start(() -> source.completeExceptionally(new ThreadDeath()));
    while (!source.isDone()) {
      Thread.sleep(1);
    }
    Thread.sleep(100);
    isDone = true;
    thread.join(60_000);
    assertThat(death.get()).isNull();
  }

  @Test
  void otherExceptionOfACallbackStopsNothing() throws Exception {
    watch(
        (value, thrown) -> {
          throw new IllegalStateException();
        });
    source.complete("x");
    assertThat(source.join()).isEqualTo("x");
  }
}
