package io.understudy.agent.evidence;

import java.util.concurrent.TimeUnit;

/**
 * When the journal is flushed. Each flush takes about 230 bytes for a call point, so a steady
 * stream of calls is flushed only as often as {@code journal.flush} says. What a person waits for
 * is flushed within two seconds: the first calls after a pause, the last calls before one, and
 * examples. So a JVM that is killed while no calls arrive has lost none.
 *
 * <p>The schedule is asked once a second, or more often if {@code journal.flush} is shorter. An
 * error between question and flush does no harm: the next question has the same answer. Not
 * thread-safe.
 */
final class FlushSchedule {
  private static final long TICK = TimeUnit.SECONDS.toNanos(1);

  /** Flushes before a pause are limited: rare calls make many pauses. */
  private static final int MOST_CREDIT = 10;

  private static final long CREDIT_NANOS = TimeUnit.MINUTES.toNanos(1);

  private final long mostNanos;
  private long flushedAt;
  private long newsAt;

  /** The calls that were entered or ended at the last flush, and at the last question. */
  private long flushedMoves;

  private long seenMoves;
  private int credit = MOST_CREDIT;
  private long creditAt;

  /**
   * Creates a schedule whose first question is answered with yes.
   *
   * @param mostNanos the longest time between two flushes
   * @param nowNanos now, {@code System.nanoTime()}
   */
  FlushSchedule(long mostNanos, long nowNanos) {
    this.mostNanos = mostNanos;
    flushedAt = nowNanos - mostNanos;
    newsAt = flushedAt;
    creditAt = nowNanos;
  }

  /** The time between two questions in nanoseconds. */
  long tickNanos() {
    return Math.min(mostNanos, TICK);
  }

  /**
   * Whether to flush now.
   *
   * @param moves a number that grows with each call that was entered or has ended
   * @param isUrgent whether something waits that is flushed at once
   */
  boolean isDue(long nowNanos, long moves, boolean isUrgent) {
    boolean isQuiet = moves == seenMoves;
    seenMoves = moves;
    if (isUrgent || nowNanos - flushedAt >= mostNanos) {
      return true;
    }
    if (moves == flushedMoves) {
      return false;
    }
    if (nowNanos - newsAt >= mostNanos) {
      return true;
    }
    return isQuiet && takeCredit(nowNanos);
  }

  private boolean takeCredit(long nowNanos) {
    long gained = (nowNanos - creditAt) / CREDIT_NANOS;
    credit = (int) Math.min(MOST_CREDIT, credit + gained);
    creditAt += gained * CREDIT_NANOS;
    if (credit == 0) {
      return false;
    }
    credit--;
    return true;
  }

  /**
   * Notes a flush.
   *
   * @param moves the number that was known before the flush
   */
  void flushed(long nowNanos, long moves) {
    if (moves != flushedMoves) {
      newsAt = nowNanos;
    }
    flushedMoves = moves;
    flushedAt = nowNanos;
  }
}
