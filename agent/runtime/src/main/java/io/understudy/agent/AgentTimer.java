package io.understudy.agent;

import java.util.concurrent.locks.LockSupport;

/**
 * The agent's timer: one thread that runs what must be done now and then and never on the
 * application's threads, such as turning the ledgers' minutes.
 */
final class AgentTimer {
  private static final long PERIOD_NANOS = 100_000_000;

  private final Runnable now;
  private final Thread thread;
  private volatile boolean stopped;

  /** A clock that runs {@code now} at each of its ticks. */
  AgentTimer(Runnable now) {
    this.now = now;
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
        now.run();
      } catch (Throwable failure) {
        // The minutes must go on turning, whatever else fails; there is nobody left to tell.
        continue;
      } finally {
        LockSupport.parkNanos(this, PERIOD_NANOS);
      }
    }
  }
}
