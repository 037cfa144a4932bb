package io.understudy.overhead;

import java.util.concurrent.TimeUnit;

/**
 * Counts the calls of bursts that fit into the queue. After each burst the benchmark waits for the
 * pool; if a call was not captured, it fails. Without an agent there is nothing to wait for.
 */
final class Burst {
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);
  private static final boolean AGENT = Boolean.getBoolean("overhead.captured");

  private final int calls;
  private long asked;

  Burst(int calls) {
    this.calls = calls;
  }

  /** Starts with an idle pool and an empty young generation. */
  void start() {
    asked = Candidate.ANSWERED.get() + calls;
    System.gc();
  }

  /** Waits until every call of the burst has been answered. */
  void end() throws InterruptedException {
    long start = System.nanoTime();
    while (AGENT && Candidate.ANSWERED.get() < asked) {
      if (System.nanoTime() - start > PATIENCE) {
        throw new IllegalStateException(
            (asked - Candidate.ANSWERED.get())
                + " calls were not captured: these figures are void");
      }
      Thread.sleep(1);
    }
  }
}
