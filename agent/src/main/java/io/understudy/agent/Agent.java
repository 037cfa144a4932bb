package io.understudy.agent;

import io.understudy.agent.call.CallPoint;
import io.understudy.agent.call.Ledger;
import io.understudy.agent.capture.Capture;
import io.understudy.agent.capture.JdkPackages;
import io.understudy.agent.config.CallConfig;
import io.understudy.agent.config.Config;
import io.understudy.agent.config.ConfigException;
import io.understudy.agent.config.ConfigLoader;
import io.understudy.agent.config.MetricsConfig;
import io.understudy.agent.config.OnError;
import io.understudy.agent.config.Problem;
import io.understudy.agent.evidence.Evidence;
import io.understudy.agent.ids.RunIds;
import io.understudy.agent.log.AgentLog;
import io.understudy.agent.metrics.Metrics;
import io.understudy.agent.metrics.MetricsEndpoint;
import io.understudy.agent.queue.CallQueue;
import io.understudy.agent.replay.ReplayPool;
import io.understudy.agent.snapshot.Copier;
import java.lang.instrument.Instrumentation;
import java.nio.file.FileSystems;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The composition root: wires the stages in the order in which a call meets them, and takes them
 * down in that order. Wiring starts no thread; the threads start last, when nothing of the agent is
 * left for them to wait for.
 */
public final class Agent {
  private static final long JOURNAL_PATIENCE = TimeUnit.SECONDS.toNanos(5);

  private static final String FAIL = "the application does not start (on-error: fail): ";

  private final AgentLog log;
  private final Config config;
  private final List<CallPoint> points = new ArrayList<>();
  private final CallQueue queue;
  private final Capture capture;
  private final ReplayPool pool;
  private final Evidence evidence;
  private final @Nullable MetricsEndpoint endpoint;
  private final Clock clock;

  private Agent(Config config, AgentLog log) {
    this.config = config;
    this.log = log;
    for (CallConfig call : config.calls()) {
      Ledger ledger = new Ledger(System.currentTimeMillis());
      points.add(new CallPoint(points.size(), call, ledger, config.views()));
    }
    queue = new CallQueue(config.replay().queueCalls(), config.replay().queueBytes());
    Copier copier = new Copier();
    RunIds ids = new RunIds(points);
    capture =
        new Capture(
            points,
            copier::copy,
            ids.before(queue),
            config.replay().queueCalls(),
            config.replay().queueBytes());
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
    clock =
        new Clock(
            points,
            () -> {
              tick();
              copier.hasten();
            });
  }

  /**
   * Starts the agent; called by {@code Premain} before the application's {@code main}, or on
   * attachment.
   *
   * @param argument what stands behind {@code -javaagent:understudy-agent.jar=}
   * @return why the application must not start ({@code on-error: fail}); empty where it may, with
   *     or without the agent
   */
  public static String start(String argument, Instrumentation instrumentation) {
    // Two threads that meet in its initialiser wait for each other for ever (JDK-8194653).
    FileSystems.getDefault();
    AgentLog log = new AgentLog();
    Config config;
    try {
      config = ConfigLoader.load(argument);
    } catch (ConfigException refused) {
      return refused(refused, log);
    }
    JdkPackages.open(instrumentation);
    String obstacle = Evidence.obstacle(config.journal().directory());
    if (obstacle != null && config.onError() == OnError.FAIL) {
      return FAIL + obstacle;
    }
    new Agent(config, log).run(obstacle, instrumentation);
    return "";
  }

  private static String refused(ConfigException refused, AgentLog log) {
    if (refused.onError() == OnError.FAIL) {
      return FAIL + refused.getMessage();
    }
    log.fatal("not started; the application runs without it. What is wrong:");
    for (Problem problem : refused.problems()) {
      log.fatal(problem.toString());
    }
    return "";
  }

  private void run(@Nullable String obstacle, Instrumentation instrumentation) {
    log.openIn(config.journal().directory(), config.application() + "-" + Evidence.pid());
    if (obstacle != null) {
      log.fatal(obstacle + "; calls are counted in memory until it can be written");
    }
    capture.start(instrumentation);
    config.warnings().forEach(warning -> log.warn(warning.toString()));
    log.info(
        "started, version "
            + Version.current()
            + ", "
            + points.size()
            + " call points, journal in "
            + config.journal().directory().toAbsolutePath());
    Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "understudy-shutdown"));
    evidence.start();
    pool.start();
    clock.start();
  }

  /** What is done now and then, on the timer's thread. */
  private void tick() {
    capture.tick(System.nanoTime());
    capture.drainNotices(
        notice -> {
          if (notice.isWarning()) {
            log.warn(notice.text());
          } else {
            log.info(notice.text());
          }
        });
    log.drain();
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

  private Metrics metrics() {
    return new Metrics(Version.current(), points)
        .gauge("understudy.queue.calls", null, "Calls that wait for a thread", queue::depth)
        .gauge("understudy.queue.size", "bytes", "Memory that they hold", queue::bytes)
        .gauge(
            "understudy.completion.calls",
            null,
            "Calls that wait for stages which their controls have returned",
            capture::unfinished)
        .gauge(
            "understudy.completion.size",
            "bytes",
            "Memory that they hold",
            capture::unfinishedBytes)
        .gauge(
            "understudy.completion.candidates",
            null,
            "Calls that wait for stages which their candidates have returned",
            pool::followed)
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

  /** Ends the stages in the order of the path, so that what is under way still finds its fate. */
  private void stop() {
    capture.stop();
    capture.noteUnseen();
    long end = System.nanoTime() + config.replay().drain().toNanos();
    queue.close(end - System.nanoTime());
    pool.close(end - System.nanoTime());
    evidence.close("shutdown", JOURNAL_PATIENCE);
    clock.stop();
    if (endpoint != null) {
      endpoint.close();
    }
    tick();
    log.close();
  }
}
