package io.understudy.agent.replay;

import io.understudy.agent.call.Call;
import io.understudy.agent.ids.PendingIds;
import io.understudy.agent.replay.target.UnansweredException;
import io.understudy.journal.Fate;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * One thread of the pool: takes a call, asks the candidate, passes both outcomes on. It survives
 * whatever the candidate throws, and ends when the pool closes or when it has been replaced.
 */
final class Worker implements Runnable {
  private static final long POLL = 1_000_000_000L;
  private static final long LOOK_AGAIN = 2_000_000L;

  /** How long a call that has its answer may lie before a worker without work looks. */
  private static final long STAGES = 20_000_000L;

  /** A thread is renewed so often: what candidates left in its thread-locals goes with it. */
  private static final long LIFETIME = 600_000_000_000L;

  /** And when it has had work, and none for so long: its application may have been undeployed. */
  private static final long IDLE = 10_000_000_000L;

  private final ReplayContext context;
  private final Thread thread;
  private final CallProcessor serving;
  private final long born = System.nanoTime();
  private boolean used;
  private long lastWork = born;
  private volatile @Nullable Call callInHand;
  private volatile @Nullable Attempt attempt;

  Worker(ReplayContext context, int number) {
    this.context = context;
    this.serving = new CallProcessor(context, this);
    this.thread = new Thread(this, "understudy-replay-" + number);
    thread.setDaemon(true);
    thread.setPriority(Thread.MIN_PRIORITY);
    thread.setContextClassLoader(null);
    thread.setUncaughtExceptionHandler(
        (self, thrown) -> context.log.warn("a replay thread died and is replaced", thrown));
  }

  Thread thread() {
    return thread;
  }

  /** What runs under a time limit at this moment; null when nothing does. */
  @Nullable Attempt attempt() {
    return attempt;
  }

  /** The call in hand, until it has been passed on; null when idle. */
  @Nullable Call callInHand() {
    return callInHand;
  }

  @Override
  public void run() {
    boolean replaced = false;
    try {
      context.mark.run();
      while (!replaced && !isDone()) {
        replaced = !serveNext();
      }
    } finally {
      if (replaced) {
        context.workers.returned();
      }
    }
  }

  /** Serves one call if there is one; returns false when this worker has been replaced. */
  private boolean serveNext() {
    try {
      context.reportOverdue();
      PendingStage complete = context.pendingStages.pollCompleted();
      if (complete != null) {
        return resume(complete);
      }
      Call call = context.waitingCalls.ready(System.nanoTime());
      if (call == null) {
        call = nextNewCall();
      }
      if (call == null) {
        return true;
      }
      callInHand = call;
      boolean goesOn = serving.serve(call);
      callInHand = null;
      recordWork();
      context.concluded(call);
      return goesOn;
    } catch (InterruptedException stray) {
      // The agent interrupts during attempts only: this is the application's code, and no reason
      // to stop.
      return true;
    } catch (Throwable unexpected) {
      return recover(unexpected);
    }
  }

  /** Goes on with a call whose candidate's stage has completed. */
  private boolean resume(PendingStage complete) {
    callInHand = complete.call;
    // Not before: for those who look, there is a call in hand or one that is followed.
    context.pendingStages.release(complete);
    boolean goesOn = serving.resume(complete);
    callInHand = null;
    recordWork();
    context.concluded(complete.call);
    return goesOn;
  }

  /** The call in hand has its fate, and what is done with it now is nobody's loss. */
  void releaseCall() {
    callInHand = null;
  }

  /** Whether there is nothing left to do, once the pool is closed, or another shall do it. */
  private boolean isDone() {
    return context.isStopped()
        || (context.isClosed() && context.waitingCalls.isEmpty() && context.pendingStages.isEmpty())
        || (!context.isClosed() && isDueForRenewal(System.nanoTime()));
  }

  private boolean isDueForRenewal(long now) {
    return now - born >= LIFETIME || (used && now - lastWork >= IDLE);
  }

  private void recordWork() {
    used = true;
    lastWork = System.nanoTime();
  }

  /** A call that can be asked now, or null: one that must wait for an id is put aside. */
  private @Nullable Call nextNewCall() throws InterruptedException {
    if (context.isClosed() || context.pendingStages.isFull()) {
      LockSupport.parkNanos(this, LOOK_AGAIN);
      return null;
    }
    long patience = context.pendingStages.isEmpty() ? POLL : STAGES;
    Call call = context.source.poll(context.waitingCalls.isEmpty() ? patience : LOOK_AGAIN);
    callInHand = call;
    PendingIds awaited = call == null ? null : context.ids.awaited(call);
    if (awaited == null) {
      return call;
    }
    context.waitingCalls.add(awaited, System.nanoTime());
    // Race with close(): the call is put aside before this look, and close() sets the mark before
    // it drops what was put aside.
    if (context.isStopped()) {
      context.waitingCalls.drop();
    }
    callInHand = null;
    return null;
  }

  /** Such as no memory, or Thread.stop() from elsewhere: the pool goes on. */
  private boolean recover(Throwable unexpected) {
    Call call = callInHand;
    if (call != null) {
      call.end(Fate.UNANSWERED, "the agent threw " + unexpected.getClass().getName());
    }
    callInHand = null;
    Attempt open = attempt;
    attempt = null;
    boolean replaced = open != null && open.finish() == Attempt.End.REPLACED;
    context.log.warn("a replay thread goes on after", unexpected);
    return !replaced;
  }

  /** What is done under the watchdog's eyes. */
  interface Step<T> {
    T run() throws UnansweredException;
  }

  <T> T runWatched(Attempt next, Step<T> step) throws UnansweredException, OverdueException {
    attempt = next;
    // Race with close(): the attempt is shown before this look, and close() sets the mark before
    // it looks for attempts: one of the two sees the other. What has its answer is settled even
    // then: its call is claimed, and nobody else could end it.
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
    Attempt.End end = next.finish();
    attempt = null;
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
