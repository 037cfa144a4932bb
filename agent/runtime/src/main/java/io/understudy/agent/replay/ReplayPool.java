package io.understudy.agent.replay;

import io.understudy.agent.call.CallSource;
import io.understudy.agent.call.ControlClasses;
import io.understudy.agent.call.OutcomeSink;
import io.understudy.agent.call.StageWatch;
import io.understudy.agent.config.ReplayConfig;
import io.understudy.agent.ids.RunIds;
import io.understudy.agent.log.Log;
import io.understudy.agent.replay.target.CandidateTargets;
import java.util.concurrent.locks.LockSupport;

/**
 * Asks the candidates on threads of its own, within their time limits, and gives both outcomes to
 * the sink. One watchdog thread ends what takes too long; there is no timer for each call.
 *
 * <p>A candidate that never returns costs its call the fate {@code timed-out}, and the pool a
 * thread, which is left behind and replaced; see {@link ReplayConfig#stuck()}.
 */
public final class ReplayPool {
  private static final long TICK = 20_000_000L;
  private static final long FINDING_LIMIT = 60_000_000_000L;

  private final ReplayContext context;
  private final Thread watchdog;

  /**
   * A pool that has not started.
   *
   * @param config number of threads, and how many may be left behind
   * @param source where calls come from
   * @param sink where outcomes go to
   * @param controls through whose class loaders the candidates are found
   * @param copies how arguments are copied for a control that is asked again
   * @param ids what is known of generated ids
   * @param mark run once on each of the pool's threads, so that methods which a candidate calls are
   *     not captured
   * @param watch how it is learnt that a candidate's stage has completed
   * @param log for what cannot be asked
   */
  public ReplayPool(
      ReplayConfig config,
      CallSource source,
      OutcomeSink sink,
      ControlClasses controls,
      ArgumentCopier copies,
      RunIds ids,
      Runnable mark,
      StageWatch watch,
      Log log) {
    this(config, source, sink, controls, copies, ids, mark, watch, log, FINDING_LIMIT);
  }

  ReplayPool(
      ReplayConfig config,
      CallSource source,
      OutcomeSink sink,
      ControlClasses controls,
      ArgumentCopier copies,
      RunIds ids,
      Runnable mark,
      StageWatch watch,
      Log log,
      long findingNanos) {
    CandidateTargets candidates = new CandidateTargets(controls, findingNanos);
    this.context =
        new ReplayContext(
            source, sink, candidates, copies, ids, mark, log, watch, config, findingNanos);
    this.watchdog = new Thread(this::watch, "understudy-watchdog");
    watchdog.setDaemon(true);
    watchdog.setContextClassLoader(null);
    // Else a default handler of the application's would hear of it.
    watchdog.setUncaughtExceptionHandler((thread, thrown) -> {});
  }

  /** Starts the threads; once. */
  public void start() {
    context.workers.startMissing();
    watchdog.start();
  }

  private void watch() {
    while (!context.isStopped()) {
      try {
        context.workers.tick(System.nanoTime());
        context.pendingStages.tick(System.nanoTime());
      } catch (Throwable unexpected) {
        // Such as no memory for a thread. Without the watchdog no time limit holds: go on.
        context.log.warnOnce("watchdog", "the watchdog goes on after", unexpected);
      }
      LockSupport.parkNanos(this, TICK);
    }
  }

  /**
   * Takes no more calls, waits for those in hand, and drops those that are not done by then. Close
   * the queue first: it lets the pool take what waits.
   *
   * @param drainNanos the longest wait, nanoseconds; an interrupt ends it and stays set
   */
  public void close(long drainNanos) {
    context.close();
    long start = System.nanoTime();
    while ((context.workers.busy() > 0
            || !context.waitingCalls.isEmpty()
            || !context.pendingStages.isEmpty())
        && System.nanoTime() - start < drainNanos
        && !Thread.currentThread().isInterrupted()) {
      LockSupport.parkNanos(this, 1_000_000);
    }
    context.stop();
    context.workers.expireAll(System.nanoTime());
    context.waitingCalls.drop();
    context.pendingStages.drop();
    // Its last round may be under way, and may claim a call that somebody must then report.
    LockSupport.unpark(watchdog);
    joinWatchdog();
    context.reportOverdue();
  }

  private void joinWatchdog() {
    try {
      watchdog.join(1_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** How many workers have a call in hand. */
  public int busy() {
    return context.workers.busy();
  }

  /** How many calls wait for stages that their candidates have returned. */
  public int pendingStages() {
    return context.pendingStages.size();
  }

  /** How many threads were left behind in candidates that have not returned. */
  public int abandoned() {
    return context.workers.abandoned();
  }

  /** How many call points shed their calls because their candidates do not answer. */
  public int openBreakers() {
    return context.breakers.open();
  }
}
