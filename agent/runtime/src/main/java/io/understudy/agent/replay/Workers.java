package io.understudy.agent.replay;

import io.understudy.agent.call.Call;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The workers. The watchdog ends what takes too long, and keeps their number: a worker that does
 * not come back from its candidate is left behind and replaced.
 *
 * <p>How many may be left behind: {@code stuck}, whereupon the breaker of the call point that did
 * it opens. As the others' work must go on, workers are replaced even then, but by then only calls
 * that were under way, and the first of each other point, can leave one behind; probes are let
 * through until twice the number.
 */
final class Workers {
  /** How long a worker may take to come back after the interrupt. */
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

  /** Starts workers until their number is right; for one thread at a time. */
  void startMissing() {
    while (workers.size() < threads && !context.isClosed()) {
      Worker worker = new Worker(context, ++started);
      // May fail for want of memory; the watchdog tries again.
      worker.thread().start();
      workers.add(worker);
    }
  }

  /** One round of the watchdog. */
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
    boolean ofControl = attempt.workerAbandoned();
    if (abandoned.incrementAndGet() >= stuck && !ofControl) {
      context.breakers.of(attempt.call.point()).open(now);
      context.log.warnOnce(
          name + " stuck",
          name
              + ": the candidate does not return, and "
              + stuck
              + " threads (replay.stuck) are left behind; its calls are shed");
    }
  }

  private void removeDead(Worker worker) {
    workers.remove(worker);
    Call call = worker.callInHand();
    if (call != null) {
      context.workerDied(call);
    }
  }

  /** A worker that was left behind has come back, and ends. */
  void returned() {
    abandoned.decrementAndGet();
  }

  /** Whether one more thread might be left behind, were the control asked again. */
  boolean hasRoomForRepeats() {
    int now = abandoned.get();
    return now == 0 || now < stuck;
  }

  /** Threads that were left behind in candidates or controls and have not come back. */
  int abandoned() {
    return abandoned.get();
  }

  /** Workers with a call in hand, those that were left behind not counted. */
  int busy() {
    int busy = 0;
    for (Worker worker : workers) {
      busy += worker.callInHand() == null ? 0 : 1;
    }
    return busy;
  }

  /** Ends what the workers are doing, for the shutdown. */
  void expireAll(long now) {
    for (Worker worker : workers) {
      Attempt attempt = worker.attempt();
      if (attempt != null && attempt.isInterruptible()) {
        attempt.expire(now, worker.thread(), context::dropForShutdown);
      }
    }
  }
}
