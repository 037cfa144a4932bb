package io.understudy.agent.replay;

import io.understudy.agent.call.Call;
import io.understudy.agent.ids.Awaited;
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

  private final Stage stage;
  private final Thread thread;
  private final Serving serving;
  private final long born = System.nanoTime();
  private boolean used;
  private long lastWork = born;
  private volatile @Nullable Call taken;
  private volatile @Nullable Attempt attempt;

  Worker(Stage stage, int number) {
    this.stage = stage;
    this.serving = new Serving(stage, this);
    this.thread = new Thread(this, "understudy-replay-" + number);
    thread.setDaemon(true);
    thread.setPriority(Thread.MIN_PRIORITY);
    thread.setContextClassLoader(null);
    thread.setUncaughtExceptionHandler(
        (self, thrown) -> stage.log.warn("a replay thread died and is replaced", thrown));
  }

  Thread thread() {
    return thread;
  }

  /** What runs under a time limit at this moment; null when nothing does. */
  @Nullable Attempt attempt() {
    return attempt;
  }

  /** The call in hand, until it has been passed on; null when idle. */
  @Nullable Call taken() {
    return taken;
  }

  @Override
  public void run() {
    boolean replaced = false;
    try {
      stage.mark.run();
      while (!replaced && !isDone()) {
        replaced = !next();
      }
    } finally {
      if (replaced) {
        stage.crew.returned();
      }
    }
  }

  /** Serves one call if there is one; returns false when this worker has been replaced. */
  private boolean next() {
    try {
      stage.reportOverdue();
      Followed complete = stage.following.ready();
      if (complete != null) {
        return resume(complete);
      }
      Call call = stage.waiting.ready(System.nanoTime());
      if (call == null) {
        call = fresh();
      }
      if (call == null) {
        return true;
      }
      taken = call;
      boolean goesOn = serving.serve(call);
      taken = null;
      worked();
      stage.concluded(call);
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
  private boolean resume(Followed complete) {
    taken = complete.call;
    // Not before: for those who look, there is a call in hand or one that is followed.
    stage.following.release(complete);
    boolean goesOn = serving.resume(complete);
    taken = null;
    worked();
    stage.concluded(complete.call);
    return goesOn;
  }

  /** The call in hand has its fate, and what is done with it now is nobody's loss. */
  void letGo() {
    taken = null;
  }

  /** Whether there is nothing left to do, once the pool is closed, or another shall do it. */
  private boolean isDone() {
    return stage.isStopped()
        || (stage.isClosed() && stage.waiting.isEmpty() && stage.following.isEmpty())
        || (!stage.isClosed() && isWorn(System.nanoTime()));
  }

  private boolean isWorn(long now) {
    return now - born >= LIFETIME || (used && now - lastWork >= IDLE);
  }

  private void worked() {
    used = true;
    lastWork = System.nanoTime();
  }

  /** A call that can be asked now, or null: one that must wait for an id is put aside. */
  private @Nullable Call fresh() throws InterruptedException {
    if (stage.isClosed() || stage.following.isFull()) {
      LockSupport.parkNanos(this, LOOK_AGAIN);
      return null;
    }
    long patience = stage.following.isEmpty() ? POLL : STAGES;
    Call call = stage.source.poll(stage.waiting.isEmpty() ? patience : LOOK_AGAIN);
    taken = call;
    Awaited awaited = call == null ? null : stage.ids.awaited(call);
    if (awaited == null) {
      return call;
    }
    stage.waiting.add(awaited, System.nanoTime());
    // Race with close(): the call is put aside before this look, and close() sets the mark before
    // it drops what was put aside.
    if (stage.isStopped()) {
      stage.waiting.drop();
    }
    taken = null;
    return null;
  }

  /** Such as no memory, or Thread.stop() from elsewhere: the pool goes on. */
  private boolean recover(Throwable unexpected) {
    Call call = taken;
    if (call != null) {
      call.end(Fate.UNANSWERED, "the agent threw " + unexpected.getClass().getName());
    }
    taken = null;
    Attempt open = attempt;
    attempt = null;
    boolean replaced = open != null && open.finish() == Attempt.End.REPLACED;
    stage.log.warn("a replay thread goes on after", unexpected);
    return !replaced;
  }

  /** What is done under the watchdog's eyes. */
  interface Step<T> {
    T run() throws Unanswered;
  }

  <T> T watched(Attempt watched, Step<T> step) throws Unanswered, Overdue {
    attempt = watched;
    // Race with close(): the attempt is shown before this look, and close() sets the mark before
    // it looks for attempts: one of the two sees the other. What has its answer is settled even
    // then: its call is claimed, and nobody else could end it.
    if (watched.isInterruptible() && stage.isStopped()) {
      watched.expire(System.nanoTime(), thread, stage::shutDown);
    }
    T result = null;
    Unanswered failure = null;
    if (watched.isRunning()) {
      try {
        result = step.run();
      } catch (Unanswered e) {
        failure = e;
      }
    }
    Attempt.End end = watched.finish();
    attempt = null;
    if (end != Attempt.End.IN_TIME) {
      throw new Overdue(end == Attempt.End.REPLACED);
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
