package io.understudy.agent.replay;

import io.understudy.agent.call.Call;
import io.understudy.agent.ids.PendingIds;
import io.understudy.agent.replay.target.UnansweredException;
import io.understudy.journal.Fate;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * One thread of the pool. It takes calls, calls the candidate and passes both outcomes on. It
 * survives anything the candidate throws, and ends when the pool closes or when it is replaced.
 */
final class Worker implements Runnable {
  private static final long RECHECK = 2_000_000L;

  /** The longest time until an idle worker takes a call whose stage has completed. */
  private static final long STAGE_POLL = 20_000_000L;

  /** The pauses of the worker that waits for the next call: at first, later, after a second. */
  private static final long SHORTEST_SLEEP = 1_000_000L;

  private static final long LONGEST_SLEEP = 10_000_000L;
  private static final long QUIET_SLEEP = 50_000_000L;
  private static final long QUIET = 1_000_000_000L;

  /** The pause where the CPU time is limited: each wake-up costs as much as a small call. */
  private static final long LIMITED_SLEEP = 25_000_000L;

  /** The pause of the other workers, and of all while no calls arrive; others end it. */
  private static final long OTHERS_SLEEP = 1_000_000_000L;

  private static final long DORMANT_SLEEP = 5_000_000_000L;

  /** Age at which a thread is replaced, to free what candidates left in its thread-locals. */
  private static final long LIFETIME = 600_000_000_000L;

  /** Idle time after which a used thread is replaced: its application may be undeployed by then. */
  private static final long IDLE = 10_000_000_000L;

  private final ReplayContext context;
  private final String name;
  private final Thread.UncaughtExceptionHandler uncaught;
  private final Thread thread;
  private final CallProcessor processor;
  private final long born = System.nanoTime();
  private boolean used;
  private long lastWork = born;
  private volatile boolean isServing;
  private volatile boolean isAsleep;
  private volatile @Nullable Call callInHand;
  private volatile @Nullable Attempt attempt;

  Worker(ReplayContext context, int number) {
    this.context = context;
    this.processor = new CallProcessor(context, this);
    this.name = "understudy-replay-" + number;
    this.uncaught =
        (self, thrown) -> {
          try {
            context.log.warn("a replay thread died and is replaced", thrown);
          } catch (Throwable again) {
            // Otherwise the JVM prints it. The watchdog replaces the thread.
            return;
          }
        };
    this.thread = context.scope.newThread(this, name);
    thread.setDaemon(true);
    thread.setPriority(Thread.MIN_PRIORITY);
    thread.setContextClassLoader(null);
    thread.setUncaughtExceptionHandler(uncaught);
  }

  /**
   * Undoes what application code has changed of this thread. What it leaves in thread-locals stays
   * until the thread is renewed.
   */
  private void restoreThread() {
    if (!name.equals(thread.getName())) {
      thread.setName(name);
    }
    if (thread.getPriority() != Thread.MIN_PRIORITY) {
      thread.setPriority(Thread.MIN_PRIORITY);
    }
    if (thread.getUncaughtExceptionHandler() != uncaught) {
      thread.setUncaughtExceptionHandler(uncaught);
    }
    thread.setContextClassLoader(null);
  }

  Thread thread() {
    return thread;
  }

  /** The attempt that runs at this moment; null if none does. */
  @Nullable Attempt attempt() {
    return attempt;
  }

  /** The call that this worker serves, until it has its fate; null if the worker is idle. */
  @Nullable Call callInHand() {
    return callInHand;
  }

  @Override
  public void run() {
    context.scope.markThread();
    boolean replaced = false;
    try {
      while (!replaced && !isDone()) {
        replaced = !serveNext();
      }
    } finally {
      context.turn.pass();
    }
  }

  /** Ends a sleep of this worker; returns whether it was asleep. */
  boolean wake() {
    boolean wasAsleep = isAsleep;
    if (wasAsleep) {
      isAsleep = false;
      LockSupport.unpark(thread);
    }
    return wasAsleep;
  }

  private void sleep(long nanos) {
    // Code of the application may have set the flag, which would make each park return at once.
    Thread.interrupted();
    isAsleep = true;
    LockSupport.parkNanos(this, nanos);
    isAsleep = false;
  }

  /** Whether this worker serves a call now. */
  boolean isServing() {
    return isServing;
  }

  private long begin() {
    isServing = true;
    // Also where it has found a call that waited: otherwise no worker would wait for the next one.
    context.turn.pass();
    context.wakeWorker();
    return context.budget.begin();
  }

  private void end(Call call, long begun) {
    isServing = false;
    context.budget.spent(call.point(), begun);
  }

  /** Serves one call if there is one; returns false if this worker was replaced. */
  private boolean serveNext() {
    try {
      context.reportOverdue();
      PendingStage complete = context.pendingStages.pollCompleted();
      if (complete != null) {
        return resume(complete);
      }
      Call call = context.waitingCalls.ready(System.nanoTime());
      if (call == null) {
        call = nextInTurn();
      }
      if (call == null) {
        call = nextNewCall();
      }
      if (call == null) {
        return true;
      }
      callInHand = call;
      long begun = begin();
      boolean continues;
      try {
        continues = processor.serve(call);
      } finally {
        end(call, begun);
      }
      callInHand = null;
      recordWork();
      context.callConcluded(call);
      if (context.budget.isLimited()) {
        // A thread of the application that waits for this processor runs now.
        Thread.yield();
      }
      return continues;
    } catch (InterruptedException stray) {
      // The agent interrupts only during attempts, so application code has set the flag: ignore it.
      return true;
    } catch (Throwable unexpected) {
      return recover(unexpected);
    }
  }

  /** Continues a call whose stage has completed. */
  private boolean resume(PendingStage complete) {
    callInHand = complete.call;
    // In this order: close() must see the call either in the worker or among the pending stages.
    context.pendingStages.release(complete);
    long begun = begin();
    boolean continues;
    try {
      continues = processor.resume(complete);
    } finally {
      end(complete.call, begun);
    }
    callInHand = null;
    recordWork();
    context.callConcluded(complete.call);
    return continues;
  }

  /** The call is settled; a later failure must not settle it again. */
  void releaseCall() {
    callInHand = null;
  }

  /** Whether the pool is closed and no call is left, or the thread is due for renewal. */
  private boolean isDone() {
    return context.isStopped()
        || (context.isClosed()
            && context.waitingCalls.isEmpty()
            && context.pendingStages.isEmpty()
            && context.ordered.isEmpty())
        || (!context.isClosed() && isDueForRenewal(System.nanoTime()));
  }

  private boolean isDueForRenewal(long now) {
    return now - born >= LIFETIME || (used && now - lastWork >= IDLE);
  }

  private void recordWork() {
    used = true;
    lastWork = System.nanoTime();
    context.served(lastWork);
  }

  /**
   * Returns a call that can be served now, or null; a call that waits for an id goes to the waiting
   * calls.
   */
  private @Nullable Call nextNewCall() throws InterruptedException {
    if (context.isClosed() || context.pendingStages.isFull()) {
      sleep(RECHECK);
      return null;
    }
    long now = System.nanoTime();
    if (!context.turn.take(now)) {
      sleep(context.budget.isDormant() ? DORMANT_SLEEP : OTHERS_SLEEP);
      return null;
    }
    boolean hasRehearsal = context.rehearsals.areDue();
    long pause = context.source.depth() > 0 || hasRehearsal ? context.budget.pause() : 0;
    Call call = pause > 0 ? null : context.source.poll(0);
    if (call == null && hasRehearsal && pause == 0) {
      rehearse();
      return null;
    }
    if (call == null) {
      long nanos = pause > 0 ? pause : idlePause(now);
      context.turn.sleeps(now, nanos);
      sleep(nanos);
      return null;
    }
    callInHand = call;
    context.turn.pass();
    if (!context.ordered.admit(call)) {
      callInHand = null;
      // Race with close(), as below.
      if (context.isStopped()) {
        context.ordered.drop(ReplayContext.SHUTDOWN);
      }
      return null;
    }
    return withoutAwaitedIds(call);
  }

  /** Returns a call that has waited for its turn, or null. It has its place in the budget, too. */
  private @Nullable Call nextInTurn() {
    if (!context.ordered.hasWork() || context.budget.pause() > 0) {
      return null;
    }
    Call call = context.ordered.ready(context.workers::isInHand);
    if (call == null) {
      return null;
    }
    callInHand = call;
    return withoutAwaitedIds(call);
  }

  /** Returns the call, or lets it wait for the ids among its arguments and returns null. */
  private @Nullable Call withoutAwaitedIds(Call call) {
    PendingIds awaited = context.ids.awaited(call);
    if (awaited == null) {
      return call;
    }
    context.waitingCalls.add(awaited, System.nanoTime());
    // Race with close(): the call is added before this check, and close() sets the flag before it
    // drops the waiting calls.
    if (context.isStopped()) {
      context.waitingCalls.drop();
    }
    callInHand = null;
    return null;
  }

  /** Keeps the turn, so that one worker rehearses at a time. */
  private void rehearse() {
    long begun = context.budget.begin();
    try {
      context.rehearsals.play();
    } finally {
      context.budget.spent(begun);
    }
  }

  /** Returns how long the worker that has the turn sleeps while no call waits. */
  private long idlePause(long now) {
    if (!context.waitingCalls.isEmpty() || !context.ordered.isEmpty()) {
      return RECHECK;
    }
    long idle = now - context.lastServed();
    boolean isStagePending = !context.pendingStages.isEmpty();
    if (context.budget.isDormant() && context.source.depth() == 0 && !isStagePending) {
      return DORMANT_SLEEP;
    }
    if (idle > QUIET) {
      return isStagePending ? STAGE_POLL : QUIET_SLEEP;
    }
    if (context.budget.isLimited()) {
      return isStagePending ? STAGE_POLL : LIMITED_SLEEP;
    }
    return Math.max(SHORTEST_SLEEP, Math.min(LONGEST_SLEEP, idle / 8));
  }

  /**
   * Ends the call after an unexpected error, such as no memory or Thread.stop(); the worker
   * continues.
   */
  private boolean recover(Throwable unexpected) {
    Call call = callInHand;
    if (call != null) {
      call.end(Fate.UNANSWERED, "the agent threw " + unexpected.getClass().getName());
    }
    callInHand = null;
    isServing = false;
    Attempt open = attempt;
    attempt = null;
    if (call != null) {
      context.leaves(call);
    }
    restoreThread();
    boolean replaced = open != null && open.finish() == Attempt.End.REPLACED;
    context.scope.release(thread);
    context.log.warn("a replay thread continues after", unexpected);
    return !replaced;
  }

  /** Code that runs under a time limit. */
  interface Step<T> {
    T run() throws UnansweredException;
  }

  <T> T runWatched(Attempt next, Step<T> step) throws UnansweredException, OverdueException {
    context.workers.memory.begin(next, thread);
    attempt = next;
    // Race with close(): the attempt is published before this check, and close() sets the flag
    // before it reads
    // the attempts, so one of the two sees the other. An answered call is settled even after the
    // stop; close() gives up those that take long.
    if (next.isInterruptible() && context.isStopped()) {
      next.expire(System.nanoTime(), thread, context::dropForShutdown);
    }
    T result = null;
    UnansweredException failure = null;
    if (next.isRunning()) {
      try {
        result = step.run();
      } catch (UnansweredException e) {
        failure = e;
      }
    }
    restoreThread();
    Attempt.End end = next.finish();
    attempt = null;
    context.scope.release(thread);
    context.workers.memory.end(next, thread);
    if (end != Attempt.End.IN_TIME) {
      throw new OverdueException(end == Attempt.End.REPLACED);
    }
    if (failure != null) {
      throw failure;
    }
    if (result == null) {
      throw new IllegalStateException("a step without a result");
    }
    return result;
  }
}
