package io.understudy.journal;

import java.util.Locale;

/** What became of a call: exactly one of these for every intercepted call. */
public enum Fate {
  /** Not chosen by the call point's sampling rate. */
  SAMPLED_OUT,
  /** Not taken because of the budget, an open breaker, or a pause. */
  SHED,
  /** Arguments or result could not be copied. */
  UNCAPTURED,
  /** Taken, but lost to a full queue or to shutdown. */
  DROPPED,
  /** The candidate could not be asked. */
  UNANSWERED,
  /** The candidate did not answer within its time limit. */
  TIMED_OUT,
  /** Both outcomes are equal under the rules. */
  MATCHED,
  /** The outcomes differ only in ways that were accepted. */
  ACCEPTED,
  /** The outcomes differ. */
  MISMATCHED;

  private final String wireName = name().toLowerCase(Locale.ROOT).replace('_', '-');

  /** The name in journals and metrics: {@code sampled-out}. */
  public String wireName() {
    return wireName;
  }

  /** Whether both outcomes were weighed: it counts in parity's denominator. */
  public boolean isVerdict() {
    return compareTo(TIMED_OUT) >= 0;
  }

  /** Whether it counts in parity's numerator. */
  public boolean agrees() {
    return this == MATCHED || this == ACCEPTED;
  }
}
