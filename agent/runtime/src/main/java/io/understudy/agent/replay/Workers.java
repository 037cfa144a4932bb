package io.understudy.agent.replay;

import io.understudy.agent.call.Call;
import io.understudy.value.CountText;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The workers of the pool. The watchdog ends attempts that take too long, and keeps the number of
 * workers constant: a worker that does not return from its candidate is abandoned and replaced.
 *
 * <p>At {@code stuck} abandoned threads, the breaker of the call point that abandoned the last one
 * opens. Workers are replaced even then, so that other call points continue. From then on only
 * calls in progress, and the first call of each other call point, can abandon another thread.
 * Probes are admitted up to twice this number.
 */
final class Workers {
  /** How long a worker may take to return after the interrupt. */
  private static final long GRACE = 250_000_000L;

  private final ReplayContext context;
  private final int threads;
  private final int stuck;
  private final List<Worker> workers = new CopyOnWriteArrayList<>();
  private final AtomicInteger abandoned = new AtomicInteger();
  private int started;

  Workers(ReplayContext context, int threads, int stuck) {
    this.context = context;
    this.threads = threads;
    this.stuck = stuck;
  }

  /** Starts workers up to the configured number. For one thread at a time. */
  void startMissing() {
    while (workers.size() < threads && !context.isClosed()) {
      Worker worker = new Worker(context, ++started);
      // May fail when memory is short; the watchdog tries again.
      worker.thread().start();
      workers.add(worker);
    }
  }

  /** Runs one round of the watchdog. */
  void tick(long now) {
    for (Worker worker : workers) {
      Attempt attempt = worker.attempt();
      if (attempt != null) {
        attempt.expireAt(now, worker.thread());
        if (attempt.abandonAt(now, GRACE)) {
          abandon(worker, attempt, now);
        }
      }
      if (!worker.thread().isAlive()) {
        removeDead(worker);
      }
    }
    startMissing();
    if (abandoned.get() == 0 || abandoned.get() < 2 * stuck) {
      context.breakers.tick(now);
    }
  }

  private void abandon(Worker worker, Attempt attempt, long now) {
    workers.remove(worker);
    String name = attempt.call.point().name();
    boolean isControl = attempt.workerAbandoned();
    if (abandoned.incrementAndGet() >= stuck && !isControl) {
      context.breakers.of(attempt.call.point()).open(now);
      context.log.warnOnce(
          name + " stuck",
          name
              + ": the candidate does not return, and "
              + CountText.of(stuck, "thread")
              + (stuck == 1 ? " (replay.stuck) is" : " (replay.stuck) are")
              + " left behind; its calls are shed");
    }
  }

  private void removeDead(Worker worker) {
    workers.remove(worker);
    Call call = worker.callInHand();
    if (call != null) {
      context.workerDied(call);
    }
  }

  /** Records that an abandoned worker has returned and ends. */
  void returned() {
    abandoned.decrementAndGet();
  }

  /** Whether the limit of abandoned threads leaves room for a repeated control that hangs. */
  boolean hasRoomForRepeats() {
    int now = abandoned.get();
    return now == 0 || now < stuck;
  }

  /** The number of abandoned threads that have not returned from candidates or controls. */
  int abandoned() {
    return abandoned.get();
  }

  /** The number of workers that serve a call, without abandoned ones. */
  int busy() {
    int busy = 0;
    for (Worker worker : workers) {
      busy += worker.callInHand() == null ? 0 : 1;
    }
    return busy;
  }

  /** Ends the attempts of all workers, for the shutdown. */
  void expireAll(long now) {
    for (Worker worker : workers) {
      Attempt attempt = worker.attempt();
      if (attempt != null && attempt.isInterruptible()) {
        attempt.expire(now, worker.thread(), context::dropForShutdown);
      }
    }
  }
}
