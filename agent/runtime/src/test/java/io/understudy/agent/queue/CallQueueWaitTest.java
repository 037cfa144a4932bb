package io.understudy.agent.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.agent.call.Call;
import io.understudy.agent.call.CallPoint;
import io.understudy.agent.call.Calls;
import io.understudy.journal.Fate;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Waiting for calls, and closing while workers are busy. */
final class CallQueueWaitTest {
  private static final long LONG = TimeUnit.SECONDS.toNanos(60);

  private final CallPoint point = Calls.point(Object.class, "a", Object.class, "b");
  private final CallQueue queue = new CallQueue(4, 1_000);

  private static <T> FutureTask<T> start(FutureTask<T> task) {
    Thread thread = new Thread(task);
    thread.setDaemon(true);
    thread.start();
    return task;
  }

  @Test
  void waitingWorkerReceivesALaterCall() throws Exception {
    CountDownLatch started = new CountDownLatch(1);
    FutureTask<@Nullable Call> worker =
        start(
            new FutureTask<>(
                () -> {
                  started.countDown();
                  return queue.poll(LONG);
                }));
    started.await();
    Call call = Calls.call(point);
    queue.accept(call);
    assertThat(worker.get(20, TimeUnit.SECONDS)).isSameAs(call);
  }

  @Test
  void pollEndsAfterItsTime() throws Exception {
    long start = System.nanoTime();
    assertThat(queue.poll(TimeUnit.MILLISECONDS.toNanos(20))).isNull();
    assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(20_000_000);
  }

  @Test
  void closeWaitsForTheWorkersToTakeTheWaitingCalls() throws Exception {
    Call call = Calls.call(point);
    queue.accept(call);
    FutureTask<Boolean> closing =
        start(
            new FutureTask<>(
                () -> {
                  queue.close(LONG);
                  return true;
                }));
    while (queue.refusal() == null) {
      Thread.yield();
    }
    assertThat(queue.poll(LONG)).isSameAs(call);
    assertThat(closing.get(20, TimeUnit.SECONDS)).isTrue();
    assertThat(call.isClaimed()).as("the worker has it").isFalse();
    assertThat(queue.depth()).isZero();
  }

  @Test
  void interruptedCloseDropsTheWaitingCalls() throws Exception {
    Call call = Calls.call(point);
    queue.accept(call);
    FutureTask<Boolean> closing =
        start(
            new FutureTask<>(
                () -> {
                  Thread.currentThread().interrupt();
                  queue.close(LONG);
                  return Thread.interrupted();
                }));
    assertThat(closing.get(20, TimeUnit.SECONDS)).as("the interrupt stays set").isTrue();
    assertThat(point.ledger().page().endedCount(Fate.DROPPED)).isEqualTo(1);
    assertThat(Calls.reasons(point)).containsExactly("dropped: shutdown");
  }

  @Test
  void waitingWorkerEndsWhenTheQueueIsClosed() throws Exception {
    FutureTask<@Nullable Call> worker = start(new FutureTask<>(() -> queue.poll(LONG)));
    queue.close(0);
    assertThat(worker.get(20, TimeUnit.SECONDS)).isNull();
  }

  @Test
  void secondCloseHasNoEffect() {
    queue.accept(Calls.call(point));
    queue.close(0);
    queue.close(LONG);
    assertThat(point.ledger().page().endedCount(Fate.DROPPED)).isEqualTo(1);
    assertThat(queue.refusal()).isEqualTo("shutdown");
  }
}
