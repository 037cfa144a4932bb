package io.understudy.agent.thread;

import io.understudy.agent.log.Log;
import io.understudy.value.CountText;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The loops of one attachment, which watch each other. Each loop calls {@link #check()} while it
 * waits: the first that finds a dead thread restarts it and reports it. So the agent stops only if
 * all its threads die at the same moment; {@link AgentLoop#join} then restarts them at the end.
 *
 * <p>A report needs memory. A failure is kept in counters, and reported by a later check that has
 * the memory for it. Thread-safe; takes no locks, since a thread can be suspended while it holds
 * one.
 */
public final class AgentThreads {
  private static final long CHECK_NANOS = 100_000_000;

  /** The shortest time in nanoseconds between two reports about one loop. */
  private static final long REPORT_NANOS = TimeUnit.MINUTES.toNanos(1);

  /** Memory that is given back when there is none left, so that the journal can be closed. */
  private static final int RESERVE_BYTES = 512 << 10;

  private final Log log;
  private final List<WatchedLoop> loops = new CopyOnWriteArrayList<>();

  /** The thread that may restart loops at the moment; null if no thread does. */
  private final AtomicReference<@Nullable Thread> claimant = new AtomicReference<>();

  private final AtomicInteger endedFailures = new AtomicInteger();
  private final AtomicInteger endedRestarts = new AtomicInteger();
  private volatile long nextCheck = System.nanoTime();
  private volatile byte @Nullable [] reserve = new byte[RESERVE_BYTES];

  /** Creates a set without loops; {@code log} receives the reports. */
  public AgentThreads(Log log) {
    this.log = log;
  }

  /** Creates a loop that has not started, and whose thread gets this name. */
  public AgentLoop loop(String name, AgentLoop.Round round) {
    return new AgentLoop(this, name, round);
  }

  void add(AgentLoop loop) {
    loops.add(new WatchedLoop(loop));
  }

  void remove(AgentLoop loop) {
    for (WatchedLoop each : loops) {
      if (each.loop == loop && loops.remove(each)) {
        endedFailures.addAndGet(loop.failures());
        endedRestarts.addAndGet(loop.restarts());
      }
    }
  }

  /** Returns the threads that run the loops now. */
  public List<Thread> running() {
    List<Thread> running = new ArrayList<>();
    for (WatchedLoop each : loops) {
      Thread thread = each.loop.thread();
      if (thread != null) {
        running.add(thread);
      }
    }
    return running;
  }

  /** The number of rounds of all loops that have thrown. */
  public int failures() {
    int sum = endedFailures.get();
    for (WatchedLoop each : loops) {
      sum += each.loop.failures();
    }
    return sum;
  }

  /** How often threads of the agent have died and were started again. */
  public int restarts() {
    int sum = endedRestarts.get();
    for (WatchedLoop each : loops) {
      sum += each.loop.restarts();
    }
    return sum;
  }

  /** The number of loops that do not respond, such as a thread that was suspended. */
  public int unresponsive() {
    int sum = 0;
    long now = System.nanoTime();
    for (WatchedLoop each : loops) {
      sum += each.loop.overdueNanos(now) > 0 ? 1 : 0;
    }
    return sum;
  }

  /**
   * Restarts dead loops and reports failures, if the last check is some time ago. Any thread of the
   * agent may call it.
   */
  public void check() {
    long now = System.nanoTime();
    if (now - nextCheck < 0) {
      return;
    }
    nextCheck = now + CHECK_NANOS;
    for (WatchedLoop each : loops) {
      if (each.loop.isDead()) {
        revive(each.loop);
      }
      each.report(log, now);
    }
    if (reserve == null) {
      reserve = new byte[RESERVE_BYTES];
    }
  }

  /** Restarts a loop if it is dead, unless another thread is just restarting loops. */
  void revive(AgentLoop loop) {
    revive(
        () -> {
          if (loop.isDead()) {
            loop.restart();
          }
        });
  }

  /** Runs a task that restarts a loop, unless another thread is just restarting loops. */
  void revive(Runnable restart) {
    if (!claim()) {
      return;
    }
    try {
      restart.run();
    } catch (ThreadDeath stopped) {
      throw stopped; // it was thrown at the calling thread
    } catch (Throwable noThread) {
      // Such as no memory, or a thread group that was destroyed. The loop stays dead, and the next
      // check tries again.
      if (noThread instanceof VirtualMachineError) {
        releaseReserve();
      }
    } finally {
      claimant.set(null);
    }
  }

  /** Lets the calling thread run the rounds of a dead loop. */
  void takeOver(AgentLoop loop) {
    if (!claim()) {
      return;
    }
    try {
      if (loop.isDead()) {
        loop.takeOver();
      }
    } finally {
      claimant.set(null);
    }
  }

  // A claim whose thread has died is free. A thread that was stopped between its claim and the
  // release still has it, and releases it at its next check.
  private boolean claim() {
    Thread current = Thread.currentThread();
    Thread owner = claimant.get();
    return owner == current
        || ((owner == null || !owner.isAlive()) && claimant.compareAndSet(owner, current));
  }

  /** Gives the reserved memory back, after an {@code OutOfMemoryError}. */
  public void releaseReserve() {
    reserve = null;
  }

  /** A loop, and what was reported about it; several threads may report the same thing twice. */
  private static final class WatchedLoop {
    final AgentLoop loop;
    private volatile int reportedFailures;
    private volatile int reportedRestarts;
    private volatile long reportedAt = System.nanoTime() - REPORT_NANOS;
    private volatile @Nullable Class<?> reportedClass;
    private volatile boolean late;

    WatchedLoop(AgentLoop loop) {
      this.loop = loop;
    }

    void report(Log log, long now) {
      boolean isLate = loop.overdueNanos(now) > 0;
      if (isLate != late) {
        late = isLate;
        log.warn(loop.name() + (isLate ? " does not respond" : " responds again"));
      }
      int failures = loop.failures() - reportedFailures;
      int restarts = loop.restarts() - reportedRestarts;
      Throwable last = loop.lastFailure();
      // Another kind of failure tells something new.
      boolean isNew = last != null && last.getClass() != reportedClass;
      if (failures + restarts == 0 || (!isNew && now - reportedAt < REPORT_NANOS)) {
        return;
      }
      String text =
          loop.name()
              + (restarts > 0 ? " died and was restarted" : " continues")
              + " after "
              + CountText.of(failures, "failure")
              + (restarts > 1 ? ", " + CountText.of(restarts, "restart") : "")
              + " since the last report";
      if (last == null) {
        log.warn(text);
      } else {
        log.warn(text + "; the last one", last);
      }
      reportedFailures += failures;
      reportedRestarts += restarts;
      reportedAt = now;
      reportedClass = last == null ? null : last.getClass();
    }
  }
}
