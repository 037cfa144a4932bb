package io.understudy.agent.replay;

import io.understudy.agent.budget.PoolBudget;
import io.understudy.agent.budget.PoolLoad;
import io.understudy.agent.call.CallPoint;
import io.understudy.agent.call.CallSource;
import io.understudy.agent.call.CandidateScope;
import io.understudy.agent.call.ControlClasses;
import io.understudy.agent.call.KnownObjects;
import io.understudy.agent.call.OrderedCalls;
import io.understudy.agent.call.OutcomeSink;
import io.understudy.agent.call.StageWatch;
import io.understudy.agent.config.ReplayConfig;
import io.understudy.agent.http.HttpClients;
import io.understudy.agent.ids.RunIds;
import io.understudy.agent.isolated.IsolatedLoaders;
import io.understudy.agent.log.Log;
import io.understudy.agent.remote.HostConnections;
import io.understudy.agent.replay.limit.CandidateLimits;
import io.understudy.agent.replay.limit.StuckThreadView;
import io.understudy.agent.replay.target.CandidateTargets;
import io.understudy.agent.thread.AgentLoop;
import io.understudy.agent.thread.AgentThreads;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Calls the candidates on its own threads within their time limits, and passes both outcomes to the
 * sink. One watchdog thread enforces the limits of all calls. Thread-safe.
 *
 * <p>When a candidate never returns, its call gets the fate {@code timed-out}, and the pool
 * abandons and replaces the thread; see {@link ReplayConfig#stuck()}.
 */
public final class ReplayPool implements PoolLoad {
  private static final long TICK = 20_000_000L;

  /** The period while no worker serves a call and the CPU time is limited. */
  private static final long LIMITED_TICK = 50_000_000L;

  /** The period while no calls arrive; the budget's thread ends it. */
  private static final long DORMANT_TICK = 10_000_000_000L;

  /** The same while threads that candidates have started run, which may spin or fill the heap. */
  private static final long STARTED_TICK = 1_000_000_000L;

  private static final long JOIN_NANOS = 1_000_000_000L;

  /** The period while a candidate runs and more than half of the heap is used. */
  private static final long URGENT_TICK = 2_000_000L;

  private static final long LAST_COMPARISONS = 200_000_000L;
  private static final long STEP_LIMIT = 60_000_000_000L;

  private final ReplayContext context;
  private final AgentLoop watchdog;

  /**
   * Creates a pool that has not started.
   *
   * @param config number of threads, and how many may be abandoned
   * @param source supplies the calls
   * @param sink receives the outcomes
   * @param controls the control classes, whose class loaders load the candidates
   * @param isolated the class loaders of the candidates that have a class path of their own
   * @param objects the objects of the application that lead to instances of candidates
   * @param copies copies the arguments of a control that is repeated
   * @param ids the generated ids of the run
   * @param ordered the calls that wait for their turn
   * @param scope marks the threads of the pool and the calls of candidates
   * @param watch reports the completion of stages
   * @param threads starts the watchdog
   * @param limits the limits that the pools of all generations share
   * @param budget what the pool may use
   * @param log receives the reasons why candidates cannot be called
   */
  public ReplayPool(
      ReplayConfig config,
      CallSource source,
      OutcomeSink sink,
      ControlClasses controls,
      IsolatedLoaders isolated,
      KnownObjects objects,
      ArgumentCopier copies,
      RunIds ids,
      OrderedCalls ordered,
      CandidateScope scope,
      StageWatch watch,
      AgentThreads threads,
      CandidateLimits limits,
      PoolBudget budget,
      Log log) {
    this(
        config,
        source,
        sink,
        controls,
        isolated,
        objects,
        copies,
        ids,
        ordered,
        scope,
        watch,
        threads,
        limits,
        budget,
        log,
        STEP_LIMIT);
  }

  ReplayPool(
      ReplayConfig config,
      CallSource source,
      OutcomeSink sink,
      ControlClasses controls,
      IsolatedLoaders isolated,
      KnownObjects objects,
      ArgumentCopier copies,
      RunIds ids,
      OrderedCalls ordered,
      CandidateScope scope,
      StageWatch watch,
      AgentThreads threads,
      CandidateLimits limits,
      PoolBudget budget,
      Log log,
      long stepLimitNanos) {
    CandidateTargets candidates =
        new CandidateTargets(
            controls,
            isolated,
            objects,
            new HostConnections(threads, log),
            new HttpClients(),
            stepLimitNanos);
    this.context =
        new ReplayContext(
            source,
            sink,
            candidates,
            copies,
            ids,
            ordered,
            scope,
            log,
            watch,
            config,
            limits,
            budget,
            stepLimitNanos);
    this.watchdog = threads.loop("understudy-watchdog", this::watch);
  }

  /** Starts the threads. To be called once. */
  public void start() {
    context.workers.memory.watch();
    context.workers.startMissing();
    watchdog.start();
  }

  // A round may fail, for example without memory for a thread. Without the watchdog no time limit
  // works, so the loop continues.
  private long watch() {
    if (context.isStopped()) {
      return AgentLoop.END;
    }
    long now = System.nanoTime();
    boolean isUrgent;
    try {
      isUrgent = context.workers.tick(now);
    } finally {
      context.pendingStages.tick(now);
    }
    if (context.isClosed()) {
      context.workers.wakeAll();
    } else {
      context.wakeWorker();
    }
    if (isUrgent) {
      return URGENT_TICK;
    }
    if (context.budget.isDormant() && isIdle() && abandoned() == 0) {
      return context.workers.areAlone() ? DORMANT_TICK : STARTED_TICK;
    }
    return context.budget.isLimited() && context.workers.busy() == 0 ? LIMITED_TICK : TICK;
  }

  @Override
  public int waiting() {
    return context.source.depth();
  }

  @Override
  public int running() {
    return context.workers.running();
  }

  @Override
  public List<Thread> serving() {
    return context.workers.serving();
  }

  @Override
  public List<Thread> threads() {
    // By identity: the equals of a thread may be code of a candidate.
    Set<Thread> stuck = Collections.newSetFromMap(new IdentityHashMap<>());
    stuck.addAll(context.limits.stuck().threads());
    List<Thread> threads = new ArrayList<>();
    for (Thread each : context.scope.threads()) {
      // One that never returns would use up the budget of all others for ever.
      if (!stuck.contains(each)) {
        threads.add(each);
      }
    }
    return threads;
  }

  @Override
  public boolean isIdle() {
    return context.workers.busy() == 0
        && context.source.depth() == 0
        && context.waitingCalls.isEmpty()
        && context.pendingStages.isEmpty()
        && context.ordered.isEmpty();
  }

  @Override
  public void wake() {
    watchdog.wake();
    context.workers.wakeAll();
  }

  /**
   * Takes no more calls, waits for the calls in progress, and drops those that do not end in time.
   * Close the queue first, so that the pool takes the waiting calls.
   *
   * @param drainNanos the longest wait in nanoseconds; an interrupt ends the wait and stays set
   */
  public void close(long drainNanos) {
    context.close();
    long start = System.nanoTime();
    while ((context.workers.busy() > 0
            || !context.waitingCalls.isEmpty()
            || !context.pendingStages.isEmpty()
            || !context.ordered.isEmpty())
        && System.nanoTime() - start < drainNanos
        && !Thread.currentThread().isInterrupted()) {
      LockSupport.parkNanos(this, 1_000_000);
    }
    context.stop();
    context.workers.expireAll(System.nanoTime());
    context.waitingCalls.drop();
    context.pendingStages.drop();
    context.ordered.drop(ReplayContext.SHUTDOWN);
    context.candidates.close();
    // The watchdog may be in its last round and claim a call: report it after the watchdog has
    // ended.
    watchdog.wake();
    watchdog.join(JOIN_NANOS);
    giveUpComparisons();
    context.workers.abandonRest(System.nanoTime());
    context.reportOverdue();
  }

  /**
   * Lets short comparisons end, so that their verdicts count, and drops the calls of the others.
   */
  private void giveUpComparisons() {
    long start = System.nanoTime();
    while (context.workers.comparing() > 0
        && System.nanoTime() - start < LAST_COMPARISONS
        && !Thread.currentThread().isInterrupted()) {
      LockSupport.parkNanos(this, 1_000_000);
    }
    context.workers.giveUpComparisons(System.nanoTime());
  }

  /**
   * Whether a candidate of this point runs, or has returned a stage that is not complete: it may
   * call its control, which must be noticed.
   */
  public boolean uses(CallPoint point) {
    return context.workers.serves(point) || context.pendingStages.has(point);
  }

  /** The number of workers that serve a call. */
  public int busy() {
    return context.workers.busy();
  }

  /** The number of calls that wait for a stage of their candidate. */
  public int pendingStages() {
    return context.pendingStages.size();
  }

  /** Turns a call point on that is off since its candidate has spun; returns whether it was off. */
  public boolean turnOn(CallPoint point) {
    return context.breakers.of(point).turnOn();
  }

  /** The state of the breaker of a call point. */
  public BreakerState breakerState(CallPoint point) {
    return context.breakers.of(point).view();
  }

  /** Since when a call point is off; null if it is not off. */
  public @Nullable Instant offSince(CallPoint point) {
    return context.limits.record(point).offSince();
  }

  /** The number of abandoned threads, whose candidates have not returned. */
  public int abandoned() {
    return context.limits.stuck().count();
  }

  /** The number of those that use CPU time. */
  public int spinning() {
    return context.limits.stuck().spinning();
  }

  /** The abandoned threads, as status shows them. */
  public List<Map<String, Object>> stuckThreads() {
    return context.limits.stuck().views().stream()
        .map(StuckThreadView::status)
        .collect(Collectors.toList());
  }

  /** The number of call points that shed calls because their candidates do not answer. */
  public int openBreakers() {
    return context.breakers.openCount();
  }
}
