package io.understudy.overhead.latency;

import io.understudy.overhead.Order;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * Makes calls at the times of a schedule, whether earlier calls have returned or not, as users do.
 * A latency counts from the time at which the call is due, so a delayed call cannot hide the delay
 * of the calls behind it.
 *
 * <p>The next due call goes to the next free client thread, as in a server with a pool of threads.
 */
final class OpenLoop {
  /** Client threads for each processor. */
  private static final int CLIENTS = 4;

  /** How long after the end of the schedule calls may begin. */
  private static final long GRACE = TimeUnit.SECONDS.toNanos(1);

  private static final long LONGEST = TimeUnit.MINUTES.toNanos(10);

  private final UnaryOperator<Order> service;
  private final List<Order> orders = IntStream.range(0, 256).mapToObj(Order::numbered).toList();
  private final LongAdder made = new LongAdder();

  OpenLoop(UnaryOperator<Order> service) {
    this.service = service;
  }

  /** All calls made until now. */
  long made() {
    return made.sum();
  }

  /**
   * Makes the calls and returns their latencies in nanoseconds. Calls that have not begun a second
   * after the end of the schedule are not made. They count with the time that they have waited.
   *
   * @param due ascending nanoseconds after now
   */
  Histogram run(long[] due, int seconds) throws InterruptedException {
    AtomicInteger next = new AtomicInteger();
    long start = System.nanoTime();
    long end = start + TimeUnit.SECONDS.toNanos(seconds) + GRACE;
    List<Client> clients = new ArrayList<>();
    for (int i = 0; i < CLIENTS * Runtime.getRuntime().availableProcessors(); i++) {
      clients.add(new Client(due, next, start, end));
    }
    clients.forEach(Thread::start);
    Histogram all = histogram();
    for (Client client : clients) {
      client.join();
      if (client.failure != null) {
        throw new IllegalStateException("a call has failed", client.failure);
      }
      all.add(client.latencies);
    }
    return all;
  }

  private static Histogram histogram() {
    return new Histogram(LONGEST, 3);
  }

  private final class Client extends Thread {
    private final long[] due;
    private final AtomicInteger next;
    private final long start;
    private final long end;
    private final Histogram latencies = histogram();
    private volatile @Nullable Throwable failure;

    Client(long[] due, AtomicInteger next, long start, long end) {
      super("client");
      this.due = due;
      this.next = next;
      this.start = start;
      this.end = end;
    }

    @Override
    public void run() {
      TimerSlack.remove();
      try {
        for (int i = next.getAndIncrement(); i < due.length; i = next.getAndIncrement()) {
          call(i);
        }
      } catch (RuntimeException | Error e) {
        failure = e;
      }
    }

    private void call(int i) {
      long at = start + due[i];
      for (long left = at - System.nanoTime(); left > 0; left = at - System.nanoTime()) {
        LockSupport.parkNanos(left);
      }
      if (System.nanoTime() < end) {
        Order order = orders.get(i % orders.size());
        if (service.apply(order) == order) {
          throw new IllegalStateException("the service returns a new order");
        }
        made.increment();
      }
      latencies.recordValue(Math.min(System.nanoTime() - at, LONGEST));
    }
  }
}
