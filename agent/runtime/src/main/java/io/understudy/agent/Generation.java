package io.understudy.agent;

import io.understudy.agent.call.CallPoint;
import io.understudy.agent.call.CandidateScope;
import io.understudy.agent.call.Ledger;
import io.understudy.agent.capture.Capture;
import io.understudy.agent.config.CallConfig;
import io.understudy.agent.config.Config;
import io.understudy.agent.config.MetricsConfig;
import io.understudy.agent.evidence.Evidence;
import io.understudy.agent.evidence.PublishedSeal;
import io.understudy.agent.guard.StopPoints;
import io.understudy.agent.ids.RunIds;
import io.understudy.agent.log.Log;
import io.understudy.agent.metrics.Metrics;
import io.understudy.agent.metrics.MetricsEndpoint;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
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
  final AgentThreads threads;

  /**
   * Separates the values that this generation has attached to classes from those of later
   * generations.
   */
  final long mark;

  private final CandidateLimits limits;
  private final StopPoints stopPoints;
  private final RunIds ids;
  private final Copier copier;
  private final Log log;
  private final @Nullable MetricsEndpoint endpoint;

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
    queue = new CallQueue(config.replay().queueCalls(), config.replay().queueBytes());
    copier = new Copier(immutable);
    ids = before == null ? new RunIds(points) : new RunIds(points, before.ids);
    Snapshots snapshots = new Snapshots(copier);
    capture =
        new Capture(
            key,
            points,
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
            capture::undisturbed,
            threads,
            log);
    limits = before == null ? limitsOf(capture.scope(), log) : before.limits;
    stopPoints = before == null ? new StopPoints() : before.stopPoints;
    pool =
        new ReplayPool(
            config.replay(),
            queue,
            evidence.answers(),
            capture.controlClasses(),
            snapshots,
            ids,
            capture.scope(),
            capture.stages(),
            threads,
            limits,
            log);
    MetricsConfig.Prometheus prometheus = config.metrics().prometheus();
    endpoint =
        prometheus == null ? null : new MetricsEndpoint(prometheus, this::metrics, threads, log);
    if (before != null) {
      keepPaused(before);
    }
    mark = RemovableClassValue.mark();
  }

  private static CandidateLimits limitsOf(CandidateScope scope, Log log) {
    CandidateLimits limits = new CandidateLimits(log);
    limits.adopt(scope.threads());
    return limits;
  }

  /** Weaves stop points into the candidates' classes, before this generation calls them. */
  void weaveStopPoints(Instrumentation instrumentation) {
    Set<String> candidates = new TreeSet<>();
    Set<String> controls = new TreeSet<>();
    for (CallPoint point : points) {
      candidates.add(point.config().candidate().className());
      controls.add(point.config().control().className());
    }
    stopPoints.weave(instrumentation, candidates, controls);
  }

  /** Removes the stop points from the candidates' classes. */
  void unweaveStopPoints(Instrumentation instrumentation) {
    stopPoints.unweave(instrumentation);
  }

  /** Keeps call points paused that an operator has paused by name, whatever else has changed. */
  private void keepPaused(Generation before) {
    Set<String> paused = new HashSet<>();
    before.points.stream().filter(CallPoint::isPaused).forEach(point -> paused.add(point.name()));
    points.stream().filter(point -> paused.contains(point.name())).forEach(p -> p.pause(true));
  }

  /** Starts the threads of a generation that follows another one. */
  void start() {
    limits.allowStop(config.replay().stop());
    evidence.start();
    pool.start();
  }

  /** Runs the periodic work, on the timer's thread. */
  void tick() {
    for (CallPoint point : points) {
      point.ledger().turn(System.currentTimeMillis());
    }
    capture.tick(System.nanoTime());
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
    return evidence.close(why, JOURNAL_NANOS);
  }

  /** Drops the cached data about classes, except the data of the next generation. */
  void forget(Generation after) {
    capture.forget(after.capture);
    RemovableClassValue.forget(mark);
  }

  private void drain(long end) {
    queue.close(end - System.nanoTime());
    pool.close(end - System.nanoTime());
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

  private Map<String, String> sealLabels() {
    PublishedSeal seal = evidence.hourlySeal();
    Map<String, String> labels = new LinkedHashMap<>();
    if (seal != null) {
      labels.put("file", seal.file());
      labels.put("seal", seal.hash());
      labels.put("session", seal.session());
    }
    return labels;
  }

  private Metrics metrics() {
    return new Metrics(Version.current(), points)
        .info(
            "understudy_journal_seal_info",
            "The journal's last seal at the start of the file or of the hour; always 1",
            this::sealLabels)
        .gauge("understudy.queue.calls", null, "Calls that wait for a thread", queue::depth)
        .gauge("understudy.queue.size", "bytes", "Memory that they hold", queue::bytes)
        .gauge(
            "understudy.completion.calls",
            null,
            "Calls that wait for stages which their controls have returned",
            capture::pendingCalls)
        .gauge(
            "understudy.completion.size", "bytes", "Memory that they hold", capture::pendingBytes)
        .gauge(
            "understudy.completion.candidates",
            null,
            "Calls that wait for stages which their candidates have returned",
            pool::pendingStages)
        .gauge("understudy.replay.busy", null, "Threads with a call in hand", pool::busy)
        .gauge(
            "understudy.replay.abandoned",
            null,
            "Threads left behind in candidates that do not return",
            pool::abandoned)
        .gauge(
            "understudy.replay.spinning",
            null,
            "Threads left behind that use CPU time",
            pool::spinning)
        .gauge(
            "understudy.breakers.open",
            null,
            "Call points whose calls are shed since their candidates do not answer",
            pool::openBreakers)
        .gauge("understudy.points.armed", null, "Call points that take calls now", capture::armed)
        .gauge("understudy.journal.flushes", null, "Flushes of the journal", evidence::flushes)
        .gauge(
            "understudy.journal.age",
            "seconds",
            "Time since the last flush of the journal that has succeeded",
            evidence::secondsSinceFlush)
        .gauge(
            "understudy.threads.failures",
            null,
            "Failures that threads of the agent have survived",
            threads::failures)
        .gauge(
            "understudy.threads.restarts",
            null,
            "Threads of the agent that have died and were started again",
            threads::restarts)
        .gauge(
            "understudy.threads.unresponsive",
            null,
            "Threads of the agent that do not respond",
            threads::unresponsive);
  }
}
