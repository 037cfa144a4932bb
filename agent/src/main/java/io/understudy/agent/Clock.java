package io.understudy.agent;

import io.understudy.agent.call.CallPoint;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * The agent's timer: one thread that turns the ledgers' minutes and runs what must be done now and
 * then and never on the application's threads.
 */
final class Clock {
  private static final long PERIOD_NANOS = 100_000_000;

  private final List<CallPoint> points;
  private final Runnable now;
  private final Thread thread;
  private volatile boolean stopped;

  /** A clock over these call points, which also runs {@code now} at each of its ticks. */
  Clock(List<CallPoint> points, Runnable now) {
    this.points = points;
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
      for (CallPoint point : points) {
        point.ledger().turn(System.currentTimeMillis());
      }
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
