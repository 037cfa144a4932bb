package io.understudy.agent.replay;

import io.understudy.agent.call.MemoryLook;
import io.understudy.agent.replay.limit.CandidateLimits;
import io.understudy.agent.replay.limit.HeapGuard;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What the workers' calls allocate, and the end of those that fill the heap. The watchdog checks
 * all workers in each round. A candidate can fill the heap before the watchdog gets its turn, so
 * its thread checks itself at its stop points: after each garbage collection, and more often while
 * much of the heap is used or the call has allocated much. Thread-safe.
 */
final class WorkerMemory implements MemoryLook {
  /** The most stop points between two looks while the memory is watched. */
  private static final int MOST_STRIDE = 64;

  private final ReplayContext context;
  private final CandidateLimits limits;
  private final HeapGuard heap;
  private final List<Worker> workers;
  private final StartedThreads started;
  private final LongSupplier byCalls = this::allocatedByAll;
  private final long allocation;

  /** Counts looks, and the times when stop points were not asked for looks. */
  private final AtomicInteger looks = new AtomicInteger();

  /**
   * Creates it.
   *
   * @param stopped receives the threads that candidates have started and that were stopped
   * @param allocation the most bytes that one call may allocate
   */
  WorkerMemory(ReplayContext context, List<Worker> workers, List<Thread> stopped, long allocation) {
    this.context = context;
    this.limits = context.limits;
    this.heap = limits.heap();
    this.workers = workers;
    this.started = new StartedThreads(context, stopped);
    this.allocation = allocation;
  }

  /** Begins an attempt on its worker's thread. */
  void begin(Attempt attempt, Thread thread) {
    if (context.hasServed()) {
      attempt.allocatedBefore = limits.costs().allocatedBytes(thread);
      heap.glance(false);
      context.scope.expectCollection(isWatched());
    }
  }

  /** Ends an attempt on its worker's thread. */
  void end(Attempt attempt, Thread thread) {
    if (attempt.allocatedBefore >= 0) {
      heap.retire(limits.costs().allocatedBytes(thread) - attempt.allocatedBefore);
    }
  }

  /** Lets the stop points of candidates look, unless the pool is closed. */
  void watch() {
    if (!context.isClosed()) {
      context.scope.watchMemory(this);
    }
  }

  /** Lets stop points look as often as the memory needs it, on the watchdog's thread. */
  void tick() {
    watch();
    started.tick();
    boolean isWatched = isWatched();
    if (isWatched || !isAnyRunning()) {
      context.scope.expectCollection(isWatched);
    }
  }

  private boolean isAnyRunning() {
    for (Worker worker : workers) {
      if (worker.attempt() != null) {
        return true;
      }
    }
    return false;
  }

  private boolean isWatched() {
    if (heap.isWatched()) {
      return true;
    }
    for (Worker worker : workers) {
      Attempt attempt = worker.attempt();
      if (attempt != null && heap.isMuch(attempt.allocated)) {
        return true;
      }
    }
    looks.incrementAndGet();
    return false;
  }

  @Override
  public int look(long bytes, boolean mayGrow, boolean isCollected) {
    Thread current = Thread.currentThread();
    heap.glance(isCollected);
    long now = System.nanoTime();
    Worker own = worker(current);
    int stride = 1;
    if (own == null) {
      started.check(current, mayGrow ? 0 : bytes, now, byCalls);
    } else {
      Attempt attempt = own.attempt();
      if (attempt != null && attempt.isRunning()) {
        stride = checkOwn(own, attempt, bytes, mayGrow, now);
      }
      if (attempt != null && !attempt.isRunning()) {
        stopIfLate(attempt, current, bytes, mayGrow);
      }
    }
    if (heap.isTight()) {
      checkAll(now);
    }
    return isWatched() ? stride : 0;
  }

  private @Nullable Worker worker(Thread thread) {
    for (Worker worker : workers) {
      if (worker.thread() == thread) {
        return worker;
      }
    }
    return null;
  }

  /** Checks the attempt of the current thread, and returns the stop points until the next look. */
  private int checkOwn(Worker worker, Attempt attempt, long bytes, boolean mayGrow, long now) {
    // Else the number of stop points since the last look is not known.
    boolean isNext = attempt.look != 0 && attempt.look == looks.get();
    attempt.look = looks.incrementAndGet();
    long before = attempt.allocated;
    check(worker, attempt, mayGrow ? 0 : bytes, now);
    long grown = attempt.allocated - before - attempt.foreseen;
    attempt.foreseen = mayGrow ? 0 : bytes;
    // A jump between stop points that lie close together: an object of the JDK that grows.
    if (lacksRoom(bytes, mayGrow) || (isNext && lacksRoom(grown, true))) {
      end(worker, attempt, -1, now);
    }
    int stride = isNext ? attempt.stride : 1;
    long perVisit = Math.max(1, grown / stride);
    long next = isNext ? Math.min(2L * stride, heap.bytesUntilLook() / perVisit) : 1;
    attempt.stride = (int) Math.max(1, Math.min(MOST_STRIDE, next));
    return attempt.stride;
  }

  /**
   * Stops the current thread if its attempt is over. Another thread may have ended it and not yet
   * got its turn to stop this one.
   */
  private void stopIfLate(Attempt attempt, Thread current, long bytes, boolean mayGrow) {
    boolean fillsHeap = attempt.isGreedy || heap.isTight() || lacksRoom(bytes, mayGrow);
    if (fillsHeap && attempt.isStoppable()) {
      context.scope.stop(current);
    }
  }

  /** Whether the heap has too little room for an object, whatever the running calls keep. */
  private boolean lacksRoom(long bytes, boolean mayGrow) {
    return bytes > 0 && heap.lacksRoomFor(bytes, mayGrow, allocatedByAll());
  }

  private long allocatedByAll() {
    long sum = 0;
    for (Worker worker : workers) {
      Attempt attempt = worker.attempt();
      if (attempt != null && attempt.allocatedBefore >= 0) {
        long total = limits.costs().allocatedBytes(worker.thread());
        sum += Math.max(0, total - attempt.allocatedBefore);
      }
    }
    return sum;
  }

  /** Checks all attempts, since several may fill the heap together. */
  private void checkAll(long now) {
    long sum = 0;
    int running = 0;
    for (Worker worker : workers) {
      Attempt attempt = worker.attempt();
      if (attempt != null && attempt.isRunning()) {
        check(worker, attempt, 0, now);
        sum += attempt.allocated;
        running++;
      }
    }
    if (running > 1 && heap.endsCallsWith(sum)) {
      for (Worker worker : workers) {
        Attempt attempt = worker.attempt();
        if (attempt != null && attempt.isRunning() && attempt.allocated >= sum / running) {
          end(worker, attempt, -1, now);
        }
      }
    }
  }

  /**
   * Ends the attempt of a worker if it allocates too much. On any thread.
   *
   * @param bytes the size of an array that it makes next
   */
  void check(Worker worker, Attempt attempt, long bytes, long now) {
    long total = limits.costs().allocatedBytes(worker.thread());
    if (total < 0 || attempt.allocatedBefore < 0 || attempt.work == Attempt.Work.CONTROL) {
      return;
    }
    long allocated = total - attempt.allocatedBefore;
    attempt.allocated = allocated;
    boolean isOverLimit = allocated + bytes > allocation;
    if (isOverLimit || heap.endsCallWith(allocated + bytes)) {
      end(worker, attempt, isOverLimit ? allocation : -1, now);
    }
  }

  private void end(Worker worker, Attempt attempt, long limit, long now) {
    if (attempt.work == Attempt.Work.CONTROL || !attempt.isRunning()) {
      return;
    }
    Thread thread = worker.thread();
    attempt.isGreedy = true;
    attempt.expire(now, thread, (late, at) -> context.allocatesTooMuch(late, limit, at));
    attempt.cpuAtExpiry = limits.costs().cpuNanos(thread);
    context.workers.stopAtOnce(worker, attempt);
  }
}
