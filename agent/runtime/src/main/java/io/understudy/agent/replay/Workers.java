package io.understudy.agent.replay;

import io.understudy.agent.call.Call;
import io.understudy.agent.call.CallPoint;
import io.understudy.agent.replay.limit.CandidateLimits;
import io.understudy.value.CountText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The workers of the pool. The watchdog ends attempts that take too long or allocate too much, and
 * keeps the number of workers constant: a worker that does not return from its candidate is
 * abandoned and replaced.
 *
 * <p>What does not return after its interrupt is stopped at the stop points of the candidate's
 * classes; where that does not help, its thread is abandoned. If it has used CPU time since the
 * interrupt, it spins: the breaker of the call point opens at once, and after the second time the
 * point is off.
 *
 * <p>At {@code stuck} abandoned threads, the breaker of the call point that abandoned the last one
 * opens. Workers are replaced even then, so that other call points continue. From then on only
 * calls in progress, and the first call of each other call point, can abandon another thread.
 * Probes are admitted up to twice this number.
 */
final class Workers {
  /** How long a worker may take to return after the interrupt, and after it was stopped. */
  private static final long GRACE = 250_000_000L;

  /** The same for a call that fills the memory. */
  private static final long GREEDY_GRACE = 30_000_000L;

  private final ReplayContext context;
  private final CandidateLimits limits;
  private final int threads;
  private final int stuck;
  final WorkerMemory memory;
  private final List<Worker> workers = new CopyOnWriteArrayList<>();

  /** The threads of candidates that were stopped and have not ended. */
  private final List<Thread> stopped = new CopyOnWriteArrayList<>();

  private int started;

  Workers(ReplayContext context, int threads, int stuck, long allocation) {
    this.context = context;
    this.limits = context.limits;
    this.threads = threads;
    this.stuck = stuck;
    this.memory = new WorkerMemory(context, workers, stopped, allocation);
  }

  /** Starts workers up to the configured number. For one thread at a time. */
  void startMissing() {
    while (workers.size() < threads && !context.isClosed()) {
      Worker worker = new Worker(context, ++started);
      // Listed first: a worker that runs and is not listed would have no limits.
      workers.add(worker);
      try {
        // May fail when memory is short; the watchdog tries again.
        worker.thread().start();
      } finally {
        if (!worker.thread().isAlive()) {
          workers.remove(worker);
        }
      }
    }
  }

  /**
   * Runs one round of the watchdog.
   *
   * @return whether the next round is urgent, since memory runs out or a thread has to be stopped
   */
  boolean tick(long now) {
    boolean isUrgent;
    try {
      if (context.hasServed()) {
        limits.tick(now);
        stopStartedThreads(now);
      }
    } finally {
      // In any case: no other round ends the calls if the work above always fails.
      isUrgent = checkWorkers(now);
    }
    startMissing();
    context.breakers.tick(now, limits.stuck().count() < Math.max(1, 2 * stuck));
    return isUrgent;
  }

  private boolean checkWorkers(long now) {
    boolean isUrgent = false;
    for (Worker worker : workers) {
      Attempt attempt = worker.attempt();
      if (attempt != null) {
        isUrgent |= limits.heap().needsAttention();
        check(worker, attempt, now);
      }
      if (!worker.thread().isAlive()) {
        removeDead(worker);
      }
    }
    if (context.hasServed()) {
      memory.tick();
    }
    return isUrgent;
  }

  private void check(Worker worker, Attempt attempt, long now) {
    Thread thread = worker.thread();
    if (attempt.isRunning()) {
      memory.check(worker, attempt, 0, now);
      attempt.expireAt(now, thread);
      if (attempt.isExpired()) {
        attempt.cpuAtExpiry = limits.costs().cpuNanos(thread);
      }
    }
    if (attempt.isExpired()) {
      attempt.hasWaited |= thread.getState() != Thread.State.RUNNABLE;
    }
    long grace = attempt.isGreedy ? GREEDY_GRACE : GRACE;
    if (!attempt.isStubborn && attempt.isOverdueAt(now, grace)) {
      attempt.isStubborn = true;
      stubborn(thread, attempt, now);
    }
    if (attempt.abandonAt(now, 2 * grace)) {
      abandon(worker, attempt, now);
    }
  }

  /** Stops what has not returned after its interrupt. */
  private void stubborn(Thread thread, Attempt attempt, long now) {
    long cpu = limits.costs().cpuNanos(thread);
    attempt.hasSpun = limits.isSpinning(attempt.cpuAtExpiry, cpu, GRACE, attempt.hasWaited);
    if (attempt.work == Attempt.Work.CONTROL || context.isStopped()) {
      return;
    }
    if (attempt.work == Attempt.Work.READING) {
      // Not the candidate's fault.
      context.breakers.of(attempt.call.point()).failed(attempt.admission, now);
    } else if (attempt.hasSpun) {
      context.spun(attempt, now);
    }
    attempt.stopIfExpired(() -> context.scope.stop(thread));
  }

  private void abandon(Worker worker, Attempt attempt, long now) {
    workers.remove(worker);
    attempt.workerAbandoned();
    context.leaves(attempt.call);
    String name = attempt.call.point().name();
    limits.abandoned(
        worker.thread(),
        attempt.call.point(),
        attempt.describeWork(),
        attempt.isStoppable(),
        attempt.hasSpun,
        now);
    if (limits.stuck().count() >= stuck && attempt.work != Attempt.Work.CONTROL) {
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

  /** Stops threads that candidates have started and that spin. */
  private void stopStartedThreads(long now) {
    for (Thread each : stopped) {
      if (!each.isAlive()) {
        // By identity: the equals of a thread may be code of a candidate.
        stopped.removeIf(thread -> thread == each);
        context.scope.release(each);
      }
    }
    Set<Thread> own = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Worker worker : workers) {
      own.add(worker.thread());
    }
    for (Thread each : limits.findSpinning(context.scope::threads, own, now)) {
      CallPoint point = context.breakers.pointOn(each.getStackTrace());
      limits.addStarted(each, point == null ? "" : point.name(), now);
      if (point != null) {
        context.breakers.of(point).failed(Breaker.Admission.ORDINARY, now);
      }
      stopped.add(each);
      context.scope.stop(each);
    }
  }

  private void removeDead(Worker worker) {
    workers.remove(worker);
    Call call = worker.callInHand();
    if (call != null) {
      context.workerDied(call);
    }
  }

  /** Whether candidates have no threads of their own; ignores abandoned ones. */
  boolean areAlone() {
    return context.scope.threads().size() <= workers.size();
  }

  /** Whether the limit of abandoned threads leaves room for a repeated control that hangs. */
  boolean hasRoomForRepeats() {
    int now = limits.stuck().count();
    return now == 0 || now < stuck;
  }

  /** The number of workers that serve a call, without abandoned ones. */
  int busy() {
    int busy = 0;
    for (Worker worker : workers) {
      busy += worker.callInHand() == null ? 0 : 1;
    }
    return busy;
  }

  /** The number of workers that serve a call, or repeat a control. */
  int running() {
    int running = 0;
    for (Worker worker : workers) {
      running += worker.isServing() ? 1 : 0;
    }
    return running;
  }

  /** Returns the threads of these workers. */
  List<Thread> serving() {
    List<Thread> serving = new ArrayList<>();
    for (Worker worker : workers) {
      if (worker.isServing()) {
        serving.add(worker.thread());
      }
    }
    return serving;
  }

  /** Whether a worker serves a call of this point. */
  boolean serves(CallPoint point) {
    for (Worker worker : workers) {
      Call call = worker.callInHand();
      if (call != null && call.point() == point) {
        return true;
      }
    }
    return false;
  }

  /** Whether a worker still runs something of a call, without abandoned workers. */
  boolean isInHand(Call call) {
    for (Worker worker : workers) {
      if (worker.callInHand() == call) {
        return true;
      }
    }
    return false;
  }

  /** Wakes one worker that sleeps, if there is one. */
  void wakeOne() {
    for (Worker worker : workers) {
      if (worker.wake()) {
        return;
      }
    }
  }

  /** Wakes all workers that sleep. */
  void wakeAll() {
    workers.forEach(Worker::wake);
  }

  /** Ends what runs of candidates in all workers, for the shutdown. */
  void expireAll(long now) {
    for (Worker worker : workers) {
      Attempt attempt = worker.attempt();
      if (attempt != null && attempt.isInterruptible()) {
        attempt.expire(now, worker.thread(), context::dropForShutdown);
        stopAtOnce(worker, attempt);
      }
    }
  }

  /** Stops what must not continue until the grace is over. */
  void stopAtOnce(Worker worker, Attempt attempt) {
    attempt.stopIfExpired(() -> context.scope.stop(worker.thread()));
  }

  /**
   * Abandons the workers that do not return within the grace, when the pool closes. Otherwise
   * nothing would measure and stop them after a reload.
   */
  void abandonRest(long start) {
    long now = start;
    while (now - start < GRACE && hasExpired()) {
      LockSupport.parkNanos(this, 1_000_000);
      now = System.nanoTime();
    }
    for (Worker worker : workers) {
      Attempt attempt = worker.attempt();
      if (attempt != null && attempt.abandonAt(now, 0)) {
        attempt.hasSpun = worker.thread().getState() == Thread.State.RUNNABLE;
        abandon(worker, attempt, now);
      }
    }
  }

  private boolean hasExpired() {
    for (Worker worker : workers) {
      Attempt attempt = worker.attempt();
      if (attempt != null && attempt.isExpired()) {
        return true;
      }
    }
    return false;
  }

  /** The number of workers that compare an answer. */
  int comparing() {
    int comparing = 0;
    for (Worker worker : workers) {
      comparing += isComparing(worker.attempt()) ? 1 : 0;
    }
    return comparing;
  }

  /** Gives up the comparisons of all workers, for the shutdown. */
  void giveUpComparisons(long now) {
    for (Worker worker : workers) {
      Attempt attempt = worker.attempt();
      if (attempt != null && isComparing(attempt)) {
        attempt.expire(now, worker.thread(), context::dropForShutdown);
        stopAtOnce(worker, attempt);
      }
    }
  }

  private static boolean isComparing(@Nullable Attempt attempt) {
    return attempt != null && attempt.work == Attempt.Work.COMPARISON && attempt.isRunning();
  }
}
