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
  private long countedAt;
  private long countedMinute = Long.MIN_VALUE;

  Rest(Ledger ledger) {
    this.ledger = ledger;
  }

  /** Begins a rest, unless one has begun. */
  void begin(long nanos) {
    if (!isResting) {
      isResting = true;
      countedAt = nanos;
    }
  }

  /**
   * Counts the rest of a minute near its end.
   *
   * @param cause why the point rests, one of few texts
   */
  void count(String cause, long nanos, long nowMillis) {
    long minute = Math.floorDiv(nowMillis, MINUTE);
    if (isResting && minute != countedMinute && nowMillis - minute * MINUTE >= LATE_IN_MINUTE) {
      countedMinute = minute;
      countNow(cause, nanos, nowMillis);
    }
  }

  /** Ends the rest and counts it. */
  void end(String cause, long nanos, long nowMillis) {
    if (isResting) {
      countNow(cause, nanos, nowMillis);
      isResting = false;
    }
  }

  private void countNow(String cause, long nanos, long nowMillis) {
    long millis = TimeUnit.NANOSECONDS.toMillis(nanos - countedAt);
    // Less than a millisecond stays for the next time.
    countedAt += TimeUnit.MILLISECONDS.toNanos(millis);
    if (millis > 0) {
      ledger.page(nowMillis).count(TallyField.PAUSED, cause, millis);
    }
  }
}
