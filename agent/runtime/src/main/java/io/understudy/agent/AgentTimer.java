package io.understudy.agent;

import java.util.concurrent.locks.LockSupport;

/**
 * The agent's timer: one thread that runs periodic work which must not run on the application's
 * threads, such as starting the next minute of the ledgers.
 */
final class AgentTimer {
  private static final long PERIOD_NANOS = 100_000_000;

  private final Runnable task;
  private final Thread thread;
  private volatile boolean stopped;

  /** Creates a timer that runs {@code task} at each tick. */
  AgentTimer(Runnable task) {
    this.task = task;
    this.thread = new Thread(this::run, "understudy-timer");
    thread.setDaemon(true);
    thread.setContextClassLoader(null);
  }

  void start() {
    thread.start();
  }

  void stop() {
    stopped = true;
    LockSupport.unpark(thread);
  }

  private void run() {
    while (!stopped) {
      try {
        task.run();
      } catch (Throwable failure) {
        // The ledgers need their minutes even if other work fails. No log is left to report to.
        continue;
      } finally {
        LockSupport.parkNanos(this, PERIOD_NANOS);
      }
    }
  }
}
