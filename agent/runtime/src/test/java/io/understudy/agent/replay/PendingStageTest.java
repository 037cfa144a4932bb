package io.understudy.agent.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.agent.call.CallPoint;
import io.understudy.agent.call.Calls;
import io.understudy.agent.call.Completions;
import io.understudy.agent.call.Ledger;
import io.understudy.agent.call.StageWatch;
import io.understudy.agent.config.CallConfig;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class PendingStageTest {
  private static final long SECOND = 1_000_000_000L;

  /** Stores the ends of a call. */
  private static final class StoredEnds implements PendingStage.Continuation {
    final List<String> ends = new ArrayList<>();

    @Override
    public void completed(CallProcessor processor, Completions.Live completion, long nanos) {
      ends.add("completed");
    }

    @Override
    public void expired(long limitNanos, long now) {
      ends.add("expired after " + limitNanos / SECOND + " s");
    }

    @Override
    public void dropped() {
      ends.add("dropped");
    }
  }

  /** A watch whose stage completes when the test calls the listener. */
  private static final class ManualWatch implements StageWatch, StageWatch.Watch {
    @Nullable Listener listener;
    int forgotten;

    @Override
    public Watch watch(CompletionStage<?> stage, Listener listener) {
      this.listener = listener;
      return this;
    }

    @Override
    public void forget() {
      forgotten++;
    }

    void complete() {
      if (listener != null) {
        listener.completed(Completions.now(CompletableFuture.completedFuture("x")));
      }
    }
  }

  private final StoredEnds stored = new StoredEnds();
  private final ManualWatch watch = new ManualWatch();
  private final PendingStages stages = new PendingStages(2, 250);
  private final PendingStage stage = pending(100);

  private PendingStage pending(long bytes) {
    CallConfig config =
        CallConfig.builder("quote", Calls.ref(Object.class, "a"), Calls.ref(Object.class, "b"))
            .completion(Duration.ofSeconds(30))
            .build();
    CallPoint point = new CallPoint(0, config, new Ledger(0));
    PendingStage pending =
        new PendingStage(Calls.callOfBytes(point, bytes, "a"), stages, System.nanoTime(), stored);
    stages.add(pending);
    return pending;
  }

  @Test
  void completionIsPolledOnce() throws Exception {
    stage.watch(watch, new CompletableFuture<>());
    assertThat(stages.pollCompleted()).isNull();
    watch.complete();
    assertThat(stage.isOver()).isTrue();
    assertThat(stages.pollCompleted()).isSameAs(stage);
    assertThat(stages.pollCompleted()).isNull();
    stages.release(stage);
    assertThat(stages.isEmpty()).isTrue();
  }

  @Test
  void expiryEndsTheWaitOnce() {
    stage.watch(watch, new CompletableFuture<>());
    stages.tick(System.nanoTime() + 29 * SECOND);
    assertThat(stored.ends).isEmpty();
    stages.tick(System.nanoTime() + 31 * SECOND);
    stages.tick(System.nanoTime() + 32 * SECOND);
    stage.drop();
    watch.complete();
    assertThat(stored.ends).containsExactly("expired after 30 s");
    assertThat(stages.pollCompleted()).isNull();
    assertThat(stages.isEmpty()).isTrue();
    assertThat(watch.forgotten).isEqualTo(1);
  }

  @Test
  void answersOfOtherJvmsHaveLimitedRoom() {
    assertThat(stages.reserveAnswer(900)).isTrue();
    assertThat(stages.reserveAnswer(200)).isFalse();
    assertThat(stages.reserveAnswer(100)).isTrue();
    stages.releaseAnswer(1_000);
    // A large answer waits alone.
    assertThat(stages.reserveAnswer(1_000_000)).isTrue();
  }

  @Test
  void completedStageDoesNotExpire() {
    stage.watch(watch, new CompletableFuture<>());
    watch.complete();
    stages.tick(System.nanoTime() + 31 * SECOND);
    assertThat(stage.tryEnd()).isFalse();
    assertThat(stored.ends).isEmpty();
  }

  @Test
  void watchThatArrivesAfterTheEndIsReleased() {
    stage.drop();
    stage.watch(watch, new CompletableFuture<>());
    assertThat(watch.forgotten).isEqualTo(1);
    assertThat(stored.ends).containsExactly("dropped");
  }

  @Test
  void droppingEndsPendingAndCompletedStages() {
    stage.watch(watch, new CompletableFuture<>());
    watch.complete();
    pending(100);
    stages.drop();
    assertThat(stored.ends).containsExactlyInAnyOrder("dropped", "dropped");
    assertThat(stages.isEmpty()).isTrue();
    assertThat(stages.pollCompleted()).isNull();
  }

  @Test
  void limitsOfCallsAndBytes() {
    assertThat(stages.isFull()).isFalse();
    PendingStage large = pending(150);
    assertThat(stages.isFull()).as("two calls").isTrue();
    large.drop();
    assertThat(stages.isFull()).isFalse();
    stage.drop();
    pending(250);
    assertThat(stages.isFull()).as("250 bytes").isTrue();
    assertThat(stages.size()).isEqualTo(1);
  }

  @Test
  void stageThatIsPassedOnTwiceIsTakenOnce() {
    stage.watch(watch, new CompletableFuture<>());
    watch.complete();
    stages.completed(stage);
    assertThat(stages.pollCompleted()).isSameAs(stage);
    assertThat(stages.pollCompleted()).isNull();
  }

  /** The thread may find no stack between the mark of the stage and its queue. */
  @Test
  void completionAtTheEndOfAStackIsPassedOn() throws Exception {
    for (int i = 0; i < 50; i++) {
      PendingStage each = pending(100);
      ManualWatch its = new ManualWatch();
      each.watch(its, new CompletableFuture<>());
      int above = i;
      Thread thread = new Thread(null, () -> below(above, its), "deep", 256 << 10);
      thread.start();
      thread.join();
      stages.tick(System.nanoTime());
      assertThat(stages.pollCompleted()).isSameAs(each);
      assertThat(stages.pollCompleted()).isNull();
      stages.release(each);
    }
  }

  /** Frames of another size, so that the stack ends at another instruction. */
  private static int below(int frames, ManualWatch watch) {
    return frames == 0 ? deep(watch) : 1 + below(frames - 1, watch);
  }

  @SuppressWarnings("InfiniteRecursion")
  private static int deep(ManualWatch watch) {
    try {
      return 1 + deep(watch);
    } catch (StackOverflowError end) {
      watch.complete();
      return 0;
    }
  }
}
