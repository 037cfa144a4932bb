package io.understudy.agent;

import io.understudy.agent.budget.Admissions;
import io.understudy.agent.budget.Budget;
import io.understudy.agent.budget.PointAdmission;
import io.understudy.agent.call.CallPoint;
import io.understudy.agent.call.CandidateScope;
import io.understudy.agent.call.Ledger;
import io.understudy.agent.call.ShedReason;
import io.understudy.agent.capture.Capture;
import io.understudy.agent.config.CallConfig;
import io.understudy.agent.config.Config;
import io.understudy.agent.config.MetricsConfig;
import io.understudy.agent.evidence.Evidence;
import io.understudy.agent.ids.RunIds;
import io.understudy.agent.isolated.IsolatedLoaders;
import io.understudy.agent.log.Log;
import io.understudy.agent.metrics.MetricsEndpoint;
import io.understudy.agent.order.Orders;
import io.understudy.agent.queue.CallQueue;
import io.understudy.agent.replay.ReplayPool;
import io.understudy.agent.replay.limit.CandidateLimits;
import io.understudy.agent.snapshot.Copier;
import io.understudy.agent.thread.AgentThreads;
import io.understudy.agent.weave.BridgeKey;
import io.understudy.value.RemovableClassValue;
import io.understudy.value.view.Freezer;
import java.lang.instrument.Instrumentation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The stages under one configuration, wired and closed in the order of a call's path. A reload
 * makes another generation, which takes the new calls while this one completes the calls that it
 * has taken. The constructor starts no thread.
 */
final class Generation {
  private static final long JOURNAL_NANOS = TimeUnit.SECONDS.toNanos(5);

  /** Time in nanoseconds for the steps of the shutdown without their waits. */
  private static final long STEPS_NANOS = TimeUnit.SECONDS.toNanos(3);

  /** Interval in nanoseconds between checks for controls that are still running. */
  private static final long CHECK_NANOS = 5_000_000;

  final Config config;
  final List<CallPoint> points = new ArrayList<>();
  final CallQueue queue;
  final Capture capture;
  final ReplayPool pool;
  final Evidence evidence;

  /** Shared by all generations of an attachment. */
  final Budget budget;

  final AgentThreads threads;

  /**
   * Separates the values that this generation has attached to classes from those of later
   * generations.
   */
  final long mark;

  private final CandidateLimits limits;
  private final Rests rests;
  private final Admissions admissions;
  private final CandidateWeaving candidateWeaving;
  private final IsolatedLoaders isolated = new IsolatedLoaders();
  private final RunIds ids;
  final Orders orders;
  private final Copier copier;
  private final Log log;
  private final @Nullable MetricsEndpoint endpoint;
  private final Deployments deployments;

  /**
   * Wires the stages.
   *
   * @param key the key of the bridge
   * @param threads starts the agent's threads
   * @param before the generation that this one will replace; null for the first one
   */
  Generation(
      BridgeKey key, Config config, AgentThreads threads, Log log, @Nullable Generation before) {
    this.config = config;
    this.threads = threads;
    this.log = log;
    Set<String> immutable = new HashSet<>();
    for (CallConfig call : config.calls()) {
      immutable.addAll(call.immutable());
      Ledger ledger = new Ledger(System.currentTimeMillis());
      points.add(
          new CallPoint(
              points.size(), call, ledger, config.views().withImmutable(call.immutable())));
    }
    admissions = new Admissions(points, config.budget());
    queue = queue(config);
    orders = new Orders(points, config.replay(), before == null ? null : before.orders);
    copier = new Copier(immutable);
    ids = before == null ? new RunIds(points) : new RunIds(points, before.ids);
    Snapshots snapshots = new Snapshots(copier);
    capture =
        new Capture(
            key,
            points,
            admissions,
            snapshots,
            ids.before(queue),
            config.replay().queueCalls(),
            config.replay().queueBytes(),
            before == null ? null : before.capture);
    capture.allowProperties(config.replay().properties());
    copier.controls(capture::sites);
    evidence =
        new Evidence(
            config,
            Version.current(),
            points,
            ids.identities(),
            capture.controlClasses(),
            isolated,
            capture::undisturbed,
            threads,
            log);
    limits = before == null ? limitsOf(capture.scope(), log) : before.limits;
    budget = before == null ? new Budget(limits.costs(), threads::running) : before.budget;
    candidateWeaving = before == null ? new CandidateWeaving() : before.candidateWeaving;
    pool =
        new ReplayPool(
            config.replay(),
            queue,
            evidence.answers(),
            capture.controlClasses(),
            isolated,
            new BridgeObjects(),
            snapshots,
            ids,
            orders.calls(),
            capture.scope(),
            capture.stages(),
            threads,
            limits,
            budget.of(admissions),
            log);
    MetricsConfig.Prometheus prometheus = config.metrics().prometheus();
    endpoint =
        prometheus == null
            ? null
            : new MetricsEndpoint(prometheus, () -> GenerationMetrics.of(this), threads, log);
    for (CallPoint point : points) {
      PointAdmission admission = admissions.of(point);
      if (admission != null) {
        point.onDifference(admission::differed);
      }
    }
    if (before != null) {
      keepPaused(before);
    }
    rests = new Rests(points, capture, pool, this::resumed);
    deployments = new Deployments(points, capture, this::restart);
    mark = RemovableClassValue.mark();
  }

  private static CallQueue queue(Config config) {
    long largest = config.snapshot().bytes();
    for (CallConfig call : config.calls()) {
      largest = Math.max(largest, call.bounds().bytes());
    }
    return new CallQueue(
        config.replay().queueCalls(),
        config.replay().queueBytes(),
        largest,
        config.replay().queueAge().toNanos());
  }

  private static CandidateLimits limitsOf(CandidateScope scope, Log log) {
    CandidateLimits limits = new CandidateLimits(log);
    limits.adopt(scope.threads());
    return limits;
  }

  /** Weaves what the candidates of this generation need, before it calls them. */
  void weaveCandidates(Instrumentation instrumentation) {
    candidateWeaving.weave(instrumentation, points);
  }

  /** Removes what was woven for candidates. */
  void unweaveCandidates(Instrumentation instrumentation) {
    candidateWeaving.unweave(instrumentation);
  }

  /** Keeps call points paused that an operator has paused by name, whatever else has changed. */
  private void keepPaused(Generation before) {
    Set<String> paused = new HashSet<>();
    before.points.stream().filter(CallPoint::isPaused).forEach(point -> paused.add(point.name()));
    points.stream().filter(point -> paused.contains(point.name())).forEach(p -> p.pause(true));
    if (before.isStopped()) {
      points.forEach(point -> point.stop(true));
    }
    // The calls of a pause were not counted, and it may end before this generation has a rest.
    points.stream().filter(CallPoint::isResting).forEach(CallPoint::breakOrder);
  }

  /** Whether the call points are stopped by the file {@code STOP}. */
  boolean isStopped() {
    for (CallPoint point : points) {
      if (point.isStopped()) {
        return true;
      }
    }
    return false;
  }

  /** Stops all call points, or lets them go on; see {@link StopFile}. */
  void stopPoints(boolean on) {
    points.forEach(point -> point.stop(on));
    if (on) {
      queue.shedAll(CallPoint.STOPPED);
    }
    rests.update();
  }

  /** Pauses or resumes call points. */
  void pause(List<CallPoint> some, boolean on) {
    some.forEach(point -> point.pause(on));
    rests.update();
  }

  private void resumed(CallPoint point) {
    point.breakOrder();
    restart(point);
  }

  private void restart(CallPoint point) {
    PointAdmission admission = admissions.of(point);
    if (admission != null) {
      admission.restart();
    }
  }

  /** Starts the threads of a generation that follows another one. */
  void start() {
    limits.allowStop(config.replay().stop());
    evidence.start();
    startPool();
  }

  /** Starts the pool, within the budget of this configuration from now on. */
  void startPool() {
    budget.add(config.budget(), admissions, pool);
    pool.start();
  }

  /** Runs the periodic work, on the timer's thread. */
  void tick() {
    for (CallPoint point : points) {
      point.ledger().turn(System.currentTimeMillis());
    }
    rests.update();
    deployments.follow(System.nanoTime());
    capture.tick(System.nanoTime());
    queue.waitPatiently(budget.activity().isSettling());
    queue.shedOld();
    queue.limit(limits.heap().bytesInFlight());
    capture.limitPending(limits.heap().bytesInFlight());
    orders.limit(limits.heap().bytesInFlight());
    if (capture.isDisturbed()) {
      log.warnOnce(
          "gate",
          "something else has disarmed call points: "
              + capture.armed()
              + " of "
              + points.size()
              + " still take calls. The calls of the others are NOT counted");
    }
    copier.compile();
    Freezer.compile(Copier::empty);
    copier.drainDoubts(log::warn);
    // Only after the application's code runs: before main, the agent does not use the network.
    if (endpoint != null && hasIntercepted()) {
      endpoint.start();
    }
  }

  private boolean hasIntercepted() {
    for (CallPoint point : points) {
      if (point.ledger().totalIntercepted() > 0) {
        return true;
      }
    }
    return false;
  }

  /** Closes the metrics endpoint, so that the next generation can use the port. */
  void closeEndpoint() {
    if (endpoint != null) {
      endpoint.close();
    }
  }

  /** Takes no more calls, since the JVM ends. */
  void stop() {
    capture.stop();
    capture.noteUnloadedControls();
  }

  /** Lets the calls under way end within {@code replay.drain}; the others are dropped. */
  void drain() {
    // The JVM ends: a pause would only delay it.
    budget.release();
    drain(System.nanoTime() + config.replay().drain().toNanos());
  }

  /** Closes the journal at the end of the JVM. */
  void closeJournal() {
    evidence.close("shutdown", JOURNAL_NANOS);
  }

  /**
   * Returns the longest time in nanoseconds from {@link #stop} to the end of {@link #closeJournal}.
   */
  long shutdownNanos() {
    return config.replay().drain().toNanos() + JOURNAL_NANOS + STEPS_NANOS;
  }

  /**
   * Ends this generation while the application continues. It receives no more calls. Calls under
   * way may end within {@code replay.drain}; the others are dropped.
   *
   * @param why the reason in the journal's closing record and of the dropped calls
   * @return whether the journal is complete on disk
   */
  boolean leave(String why) {
    closeEndpoint();
    long end = System.nanoTime() + config.replay().drain().toNanos();
    while (inFlight() > 0 && System.nanoTime() - end < 0) {
      LockSupport.parkNanos(this, CHECK_NANOS);
      capture.tick(System.nanoTime());
    }
    capture.endPending();
    drain(end);
    boolean isComplete = evidence.close(why, JOURNAL_NANOS);
    String left = isolated.close(capture.scope());
    if (!left.isEmpty()) {
      log.warn(left);
    }
    return isComplete;
  }

  /** Returns the share of the sampled calls that the budget takes at a point now, from 0 to 1. */
  double takenShare(CallPoint point) {
    PointAdmission admission = admissions.of(point);
    return admission == null ? 1 : admission.share();
  }

  /** Returns why the budget does not take all calls of a point; null if it takes them. */
  @Nullable String limit(CallPoint point) {
    PointAdmission admission = admissions.of(point);
    ShedReason limit = admission == null ? null : admission.limit();
    return limit == null ? null : limit.text();
  }

  /** Drops the cached data about classes, except the data of the next generation. */
  void forget(Generation after) {
    capture.forget(after.capture);
    RemovableClassValue.forget(mark);
  }

  private void drain(long end) {
    rests.end();
    pool.wake();
    queue.close(end - System.nanoTime());
    pool.close(end - System.nanoTime());
    budget.remove(pool);
  }

  /** Returns the number of calls that have no fate yet. */
  long inFlight() {
    long sum = 0;
    for (CallPoint point : points) {
      sum += point.ledger().inFlight();
    }
    return sum;
  }

  /** The agent's log; null if it has no file. */
  @Nullable String logFile() {
    Path file = log.file();
    return file == null ? null : file.toAbsolutePath().toString();
  }
}
