package io.understudy.tool.host;

import org.jspecify.annotations.Nullable;

/** A call that runs or waits for a thread. Its interrupt never hits a later call. Thread-safe. */
final class HostedCall {
  private boolean cancelled;
  private @Nullable Thread thread;

  /** Begins on this thread; returns false if it was cancelled before. */
  synchronized boolean begin() {
    thread = Thread.currentThread();
    return !cancelled;
  }

  synchronized void end() {
    thread = null;
    // Of this call, or set by the candidate.
    Thread.interrupted();
  }

  /** Interrupts the candidate, or prevents its call. */
  synchronized void cancel() {
    cancelled = true;
    Thread running = thread;
    if (running != null) {
      running.interrupt();
    }
  }
}
