package io.understudy.agent.replay.limit;

import io.understudy.agent.log.Log;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;

/**
 * The threads that have not returned from the application's code, of all generations. A thread that
 * spins is stopped where the JVM can. Thread-safe.
 */
public final class StuckThreads {
  private static final long PERIOD = 250_000_000L;

  private final ThreadCosts costs;
  private final Log log;
  private final List<StuckThread> threads = new ArrayList<>();
  private volatile ThreadStop stop = new ThreadStop(true);
  private volatile int count;
  private volatile int spinning;
  private long lastTick;

  StuckThreads(ThreadCosts costs, Log log) {
    this.costs = costs;
    this.log = log;
  }

  /** Sets whether threads of candidates may be stopped by {@code Thread.stop}. */
  void allowStop(boolean isAllowed) {
    stop = new ThreadStop(isAllowed);
  }

  /** Adds a thread that the pool has abandoned, and logs it once with its stack. */
  void add(StuckThread stuck, long now) {
    log.warn(stuck.describe());
    synchronized (this) {
      threads.add(stuck);
      stuck.stopIfDue(costs, stop, now);
      recount();
    }
  }

  /** Measures the threads, stops those that spin, and drops those that have ended. */
  void tick(long now) {
    if (count == 0) {
      return;
    }
    synchronized (this) {
      dropEnded();
      if (now - lastTick >= PERIOD) {
        lastTick = now;
        for (StuckThread each : threads) {
          each.measure(costs, now);
          if (each.stopIfDue(costs, stop, now) && each.resistsStops()) {
            log.warn(
                each.point
                    + ": the thread "
                    + each.thread.getName()
                    + " catches what Thread.stop throws; it stays until the JVM is restarted");
          }
        }
      }
      recount();
    }
  }

  private void dropEnded() {
    Iterator<StuckThread> all = threads.iterator();
    while (all.hasNext()) {
      StuckThread each = all.next();
      if (!each.thread.isAlive()) {
        all.remove();
        log.info(
            each.point
                + ": the thread "
                + each.thread.getName()
                + " has ended"
                + (each.stops() > 0 ? " after Thread.stop" : ""));
      }
    }
  }

  private void recount() {
    int now = 0;
    for (StuckThread each : threads) {
      now += each.spins() ? 1 : 0;
    }
    spinning = now;
    count = threads.size();
  }

  /** The number of threads that have not returned. */
  public int count() {
    if (count > 0) {
      synchronized (this) {
        dropEnded();
        recount();
      }
    }
    return count;
  }

  /** The number of those that use CPU time. */
  public int spinning() {
    return spinning;
  }

  /** Whether a thread of this call point spins. */
  synchronized boolean isSpinning(String point) {
    for (StuckThread each : threads) {
      if (each.spins() && each.point.equals(point)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a thread is not among these threads yet. */
  synchronized boolean isNew(Thread thread) {
    for (StuckThread each : threads) {
      if (each.thread == thread) {
        return false;
      }
    }
    return true;
  }

  /** Returns the threads themselves. */
  public List<Thread> threads() {
    if (count == 0) {
      return Collections.emptyList();
    }
    synchronized (this) {
      List<Thread> all = new ArrayList<>();
      for (StuckThread each : threads) {
        all.add(each.thread);
      }
      return all;
    }
  }

  /** Returns the threads as status shows them, oldest first. */
  public synchronized List<StuckThreadView> views() {
    List<StuckThreadView> views = new ArrayList<>();
    long now = System.nanoTime();
    for (StuckThread each : threads) {
      views.add(each.view(now));
    }
    return views;
  }
}
