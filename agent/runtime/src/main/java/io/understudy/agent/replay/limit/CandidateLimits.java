package io.understudy.agent.replay.limit;

import io.understudy.agent.call.CallPoint;
import io.understudy.agent.config.CallConfig;
import io.understudy.agent.config.IsolationConfig;
import io.understudy.agent.log.Log;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The limits that all generations of an attachment share: threads that never return, candidates
 * that spin, and the heap. Thread-safe.
 */
public final class CandidateLimits {
  /** The reason for shedding calls while the heap is nearly full. */
  public static final String HEAP = "the heap is nearly full";

  /** The reason for shedding calls of candidates that have never answered. */
  public static final String SPINNING = "threads of candidates spin and cannot be stopped";

  /** The number of spinning threads from which candidates that never answered are not called. */
  private static final int MOST_SPINNING = 2;

  private static final long LEAST_ALLOCATION = 1L << 30;

  private final ThreadCosts costs;
  private final StuckThreads stuck;
  private final HeapGuard heap;
  private final CandidateThreads candidateThreads;
  private final ConcurrentMap<String, CandidateRecord> records = new ConcurrentHashMap<>();

  /** Creates limits for an attachment. */
  public CandidateLimits(Log log) {
    this(log, new ThreadCosts());
  }

  CandidateLimits(Log log, ThreadCosts costs) {
    this.costs = costs;
    this.stuck = new StuckThreads(costs, log);
    this.heap = new HeapGuard(log);
    this.candidateThreads = new CandidateThreads(costs);
  }

  /** Whether measuring a thread runs no code of its own class. */
  public static boolean isMeasurable(Thread thread) {
    return CandidateThreads.isMeasurable(thread);
  }

  /** Returns the costs of threads. */
  public ThreadCosts costs() {
    return costs;
  }

  /** Whether a thread spins; see {@link ThreadCosts}. */
  public boolean isSpinning(long cpuBefore, long cpuAfter, long period, boolean hasWaited) {
    return ThreadCosts.isSpinning(cpuBefore, cpuAfter, period, hasWaited);
  }

  /** Returns the guard of the heap. */
  public HeapGuard heap() {
    return heap;
  }

  /** Returns the threads that never returned. */
  public StuckThreads stuck() {
    return stuck;
  }

  /** Sets whether threads may be stopped by {@code Thread.stop}, from now on. */
  public void allowStop(boolean isAllowed) {
    stuck.allowStop(isAllowed);
  }

  /** Returns the record of a point's candidate; a new one if the candidate has changed. */
  public CandidateRecord record(CallPoint point) {
    String candidate = describe(point.config());
    return records.compute(
        point.name(),
        (name, known) ->
            known != null && known.isOf(candidate) ? known : new CandidateRecord(candidate));
  }

  private static String describe(CallConfig call) {
    IsolationConfig isolation = call.isolation();
    return call.candidateText()
        + " "
        + call.factory()
        + " "
        + call.instance()
        + " "
        + call.bean()
        // Another build of the candidate gets another chance.
        + (isolation == null ? "" : " " + isolation + " " + isolation.state());
  }

  /** Adds the threads that an earlier attachment has left in candidates. */
  public void adopt(List<Thread> left) {
    long now = System.nanoTime();
    for (Thread each : left) {
      if (each.getName().startsWith("understudy-replay-")) {
        stuck.add(
            new StuckThread(
                each,
                "(earlier)",
                "a candidate of an earlier attachment",
                false,
                false,
                ThreadCosts.UNKNOWN,
                now),
            now);
      }
    }
  }

  /**
   * Adds a thread that the pool has abandoned.
   *
   * @param what what the thread runs, for people
   * @param mayStop whether the thread may be stopped
   * @param spins whether it has used CPU time since its interrupt
   */
  public void abandoned(
      Thread thread, CallPoint point, String what, boolean mayStop, boolean spins, long now) {
    stuck.add(
        new StuckThread(thread, point.name(), what, mayStop, spins, costs.cpuNanos(thread), now),
        now);
  }

  /**
   * Adds the threads that candidates have started and that use CPU time without an end.
   *
   * @param running the threads of the candidates' scope
   * @param own those of the pool among them
   * @return the threads that were added
   */
  public List<Thread> findSpinning(Supplier<List<Thread>> running, Set<Thread> own, long now) {
    synchronized (candidateThreads) {
      if (!candidateThreads.isDue(now)) {
        return Collections.emptyList();
      }
      List<Thread> found = new ArrayList<>();
      for (Thread each : candidateThreads.measure(running.get(), own, now)) {
        if (stuck.isNew(each)) {
          found.add(each);
        }
      }
      return found;
    }
  }

  /** Adds a thread that a candidate of this point has started; empty if it is not known. */
  public void addStarted(Thread thread, String point, long now) {
    stuck.add(
        new StuckThread(
            thread,
            point.isEmpty() ? "(unknown)" : point,
            "a thread that the candidate has started",
            true,
            true,
            costs.cpuNanos(thread),
            now),
        now);
  }

  /** Runs the periodic work, on the watchdog's thread. */
  public void tick(long now) {
    heap.tick();
    stuck.tick(now);
  }

  /** The most bytes that one call may allocate, where the configuration does not state it. */
  public static long standardAllocation() {
    return Math.max(LEAST_ALLOCATION, Runtime.getRuntime().maxMemory());
  }

  /**
   * Returns why the candidate of a point must not be called now; null if it may be. The reason does
   * not depend on the point's breaker.
   */
  public @Nullable String refusal(CallPoint point) {
    if (heap.isNearlyFull()) {
      return HEAP;
    }
    return stuck.spinning() >= MOST_SPINNING && !record(point).hasAnswered() ? SPINNING : null;
  }

  /** Whether a probe of a point is possible: no thread of its candidate spins. */
  public boolean allowsProbe(CallPoint point) {
    return !stuck.isSpinning(point.name());
  }
}
