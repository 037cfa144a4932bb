package io.understudy.agent.call;

import io.understudy.journal.TallyField;
import java.util.concurrent.TimeUnit;

/**
 * The time in which a call point was disarmed, since a person has paused it or a file has stopped
 * it. Its calls are not counted then, so the journal records the time, once a minute. For one
 * thread at a time.
 */
final class Rest {
  private static final long MINUTE = 60_000;

  /** The time in a minute from which on its rest is counted; the remainder is counted later. */
  private static final long LATE_IN_MINUTE = 57_000;

  private final Ledger ledger;
  private boolean isResting;
  private String cause = "";
  private long countedAt;
  private long countedMinute = Long.MIN_VALUE;

  Rest(Ledger ledger) {
    this.ledger = ledger;
  }

  /**
   * Begins a rest, unless one has begun.
   *
   * @param why the cause, one of few texts
   */
  void begin(String why, long nanos) {
    if (!isResting) {
      isResting = true;
      cause = why;
      countedAt = nanos;
    }
  }

  /**
   * Counts the rest of a minute near its end, and the rest so far when its cause changes.
   *
   * @param why the cause from now on, one of few texts
   */
  void count(String why, long nanos, long nowMillis) {
    if (!isResting) {
      return;
    }
    long minute = Math.floorDiv(nowMillis, MINUTE);
    boolean isDue = minute != countedMinute && nowMillis - minute * MINUTE >= LATE_IN_MINUTE;
    if (isDue || !cause.equals(why)) {
      countedMinute = isDue ? minute : countedMinute;
      countNow(nanos, nowMillis);
      cause = why;
    }
  }

  /** Ends the rest and counts it under the cause that it had. */
  void end(long nanos, long nowMillis) {
    if (isResting) {
      countNow(nanos, nowMillis);
      isResting = false;
    }
  }

  private void countNow(long nanos, long nowMillis) {
    long millis = TimeUnit.NANOSECONDS.toMillis(nanos - countedAt);
    // Less than a millisecond stays for the next time.
    countedAt += TimeUnit.MILLISECONDS.toNanos(millis);
    if (millis > 0) {
      ledger.page(nowMillis).count(TallyField.PAUSED, cause, millis);
    }
  }
}
