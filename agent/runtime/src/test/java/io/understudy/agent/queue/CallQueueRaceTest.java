package io.understudy.agent.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.agent.call.Call;
import io.understudy.agent.call.CallPoint;
import io.understudy.agent.call.Calls;
import io.understudy.journal.Fate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Timeout;

/** Producers, consumers and a close at a random moment: the ledger must balance each time. */
@Timeout(60)
final class CallQueueRaceTest {
  private final CallPoint point = Calls.point(Object.class, "hashCode", Object.class, "hashCode");
  private final CallQueue queue = new CallQueue(7, 1_000);
  private final AtomicLong overfull = new AtomicLong();

  @RepeatedTest(150)
  void everyCallEndsOnceWhenTheQueueIsClosedAtARandomMoment() throws Exception {
    AtomicBoolean stop = new AtomicBoolean();
    List<Thread> producers = start(4, () -> produce(stop));
    List<Thread> consumers = start(3, () -> consume(stop));
    LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(3_000_000));
    queue.close(ThreadLocalRandom.current().nextBoolean() ? 0 : 500_000);
    LockSupport.parkNanos(200_000);
    stop.set(true);
    for (Thread thread : producers) {
      thread.join();
    }
    for (Thread thread : consumers) {
      thread.join();
    }
    assertThat(endedSum()).isEqualTo(point.ledger().totalIntercepted());
    assertThat(queue.depth()).isZero();
    assertThat(queue.bytes()).isZero();
    assertThat(overfull).hasValue(0);
  }

  private static List<Thread> start(int count, Runnable body) {
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Thread thread = new Thread(body);
      thread.start();
      threads.add(thread);
    }
    return threads;
  }

  private void produce(AtomicBoolean stop) {
    while (!stop.get()) {
      queue.accept(Calls.callOfBytes(point, ThreadLocalRandom.current().nextLong(400)));
      if (queue.depth() > 7 || queue.bytes() > 1_000) {
        overfull.incrementAndGet();
      }
    }
  }

  private void consume(AtomicBoolean stop) {
    try {
      while (!stop.get()) {
        Call call = queue.poll(100_000);
        if (call != null) {
          call.end(Fate.MATCHED, null);
        }
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private long endedSum() {
    long sum = 0;
    for (Fate fate : Fate.values()) {
      sum += point.ledger().total(fate);
    }
    return sum;
  }
}
