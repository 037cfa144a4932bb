package io.understudy.agent;

import io.understudy.agent.call.CallPoint;
import io.understudy.agent.call.Ledger;
import io.understudy.agent.capture.Capture;
import io.understudy.agent.config.CallConfig;
import io.understudy.agent.config.Config;
import io.understudy.agent.config.MetricsConfig;
import io.understudy.agent.evidence.Evidence;
import io.understudy.agent.ids.RunIds;
import io.understudy.agent.log.Log;
import io.understudy.agent.metrics.Metrics;
import io.understudy.agent.metrics.MetricsEndpoint;
import io.understudy.agent.queue.CallQueue;
import io.understudy.agent.replay.ReplayPool;
import io.understudy.agent.snapshot.Copier;
import io.understudy.value.RemovableClassValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The stages under one configuration, wired in the order in which a call meets them, and taken down
 * in that order. A reload makes another generation, which takes the calls while this one answers
 * for those that it has taken. Wiring starts no thread.
 */
final class Generation {
  private static final long JOURNAL_PATIENCE = TimeUnit.SECONDS.toNanos(5);

  /** How long to wait for controls that are running, when nothing of them is asked any more. */
  private static final long LOOK_AGAIN = 5_000_000;

  final Config config;
  final List<CallPoint> points = new ArrayList<>();
  final CallQueue queue;
  final Capture capture;
  final ReplayPool pool;
  final Evidence evidence;

  /** Tells what it has left with the application's classes from what later ones leave. */
  final long mark;

  private final RunIds ids;
  private final Copier copier;
  private final Log log;
  private final @Nullable MetricsEndpoint endpoint;

  /**
   * Wires the stages.
   *
   * @param before the generation that this one will replace; null for the first one
   */
  Generation(Config config, Log log, @Nullable Generation before) {
    this.config = config;
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
    capture =
        new Capture(
            points,
            copier::copy,
            ids.before(queue),
            config.replay().queueCalls(),
            config.replay().queueBytes(),
            before == null ? null : before.capture);
    evidence =
        new Evidence(
            config, Version.current(), points, ids.identities(), capture.controlClasses(), log);
    pool =
        new ReplayPool(
            config.replay(),
            queue,
            evidence.answers(),
            capture.controlClasses(),
            copier::copy,
            ids,
            Capture.suppressed(() -> {}),
            capture.stages(),
            log);
    MetricsConfig.Prometheus prometheus = config.metrics().prometheus();
    endpoint = prometheus == null ? null : new MetricsEndpoint(prometheus, this::metrics, log);
    if (before != null) {
      keepPaused(before);
    }
    mark = RemovableClassValue.mark();
  }

  /** Who paused a call point by its name means it whatever else is configured. */
  private void keepPaused(Generation before) {
    Set<String> paused = new HashSet<>();
    before.points.stream().filter(CallPoint::isPaused).forEach(point -> paused.add(point.name()));
    points.stream().filter(point -> paused.contains(point.name())).forEach(p -> p.pause(true));
  }

  /** Starts the threads. */
  void start() {
    evidence.start();
    pool.start();
  }

  /** What is done now and then, on the timer's thread. */
  void tick() {
    for (CallPoint point : points) {
      point.ledger().turn(System.currentTimeMillis());
    }
    capture.tick(System.nanoTime());
    copier.compile();
    copier.drainDoubts(log::warn);
    // Not before the application's own code runs: the server initialises java.util.logging.
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

  /** Frees the port for the next generation. */
  void closeEndpoint() {
    if (endpoint != null) {
      endpoint.close();
    }
  }

  /** Ends with the JVM: what is under way still finds its fate, if it does so in time. */
  void shutDown() {
    capture.noteUnloadedControls();
    drain(System.nanoTime() + config.replay().drain().toNanos());
    evidence.close("shutdown", JOURNAL_PATIENCE);
    closeEndpoint();
  }

  /**
   * Ends while the application goes on; calls come to this generation no more. Those that are under
   * way find their fate within {@code replay.drain}; the rest are dropped.
   *
   * @param why as the journal's closing record tells it, and as the reason of what is dropped
   * @return whether the journal is complete on disk
   */
  boolean leave(String why) {
    closeEndpoint();
    long end = System.nanoTime() + config.replay().drain().toNanos();
    while (inFlight() > 0 && System.nanoTime() - end < 0) {
      LockSupport.parkNanos(this, LOOK_AGAIN);
      capture.tick(System.nanoTime());
    }
    capture.endPending();
    drain(end);
    return evidence.closeEarly(why, JOURNAL_PATIENCE);
  }

  /** Forgets what is known of classes, but for what the next generation has learnt. */
  void forget(Generation after) {
    capture.forget(after.capture);
    RemovableClassValue.forget(mark);
  }

  private void drain(long end) {
    queue.close(end - System.nanoTime());
    pool.close(end - System.nanoTime());
  }

  /** Calls that have no fate yet. */
  long inFlight() {
    long sum = 0;
    for (CallPoint point : points) {
      sum += point.ledger().inFlight();
    }
    return sum;
  }

  private Metrics metrics() {
    return new Metrics(Version.current(), points)
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
            "understudy.breakers.open",
            null,
            "Call points whose calls are shed since their candidates do not answer",
            pool::openBreakers);
  }
}
