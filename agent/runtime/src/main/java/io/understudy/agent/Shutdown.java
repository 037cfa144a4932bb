package io.understudy.agent;

import io.understudy.agent.thread.AgentLoop;
import io.understudy.agent.thread.AgentThreads;

/**
 * Runs the steps of the shutdown in order on a thread of its own, and waits for them for a limited
 * time. So a step that never returns, such as a write to a disk that does not respond, does not
 * keep the JVM from ending. A step that fails is repeated, and left out after three failures.
 */
final class Shutdown {
  private static final int MOST_ATTEMPTS = 3;

  private final AgentThreads threads;
  private final Runnable[] steps;
  private int next;
  private int attempts;

  Shutdown(AgentThreads threads, Runnable... steps) {
    this.threads = threads;
    this.steps = steps;
  }

  /**
   * Runs the steps.
   *
   * @param nanos the longest wait in nanoseconds
   * @return whether all steps have ended
   */
  boolean run(long nanos) {
    AgentLoop loop = threads.loop("understudy-ending", this::step);
    try {
      loop.start();
    } catch (Throwable noThread) {
      // For example no memory for a thread. The waits inside the steps still have their limits.
      return runHere();
    }
    return loop.join(nanos);
  }

  private boolean runHere() {
    while (next < steps.length) {
      try {
        step();
      } catch (Throwable failure) {
        // Repeated up to the limit.
        continue;
      }
    }
    return true;
  }

  /** Runs one step; it counts as done after it has returned. */
  private long step() {
    if (next < steps.length && attempts++ < MOST_ATTEMPTS) {
      steps[next].run();
    }
    attempts = 0;
    next++;
    return next < steps.length ? 0 : AgentLoop.END;
  }
}
