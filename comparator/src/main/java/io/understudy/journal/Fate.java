package io.understudy.journal;

import java.util.Locale;

/** The fate of a call: every intercepted call has exactly one of these. */
public enum Fate {
  /** The sampling rate of the call point did not select it. */
  SAMPLED_OUT,
  /** Not captured because of the budget, an open breaker or a pause. */
  SHED,
  /** The arguments or the result could not be copied. */
  UNCAPTURED,
  /** Captured, but lost because of a full queue or a shutdown. */
  DROPPED,
  /** The candidate could not be called. */
  UNANSWERED,
  /** The candidate exceeded its time limit. */
  TIMED_OUT,
  /** The outcomes are equal under the rules. */
  MATCHED,
  /** All differences of the outcomes are accepted. */
  ACCEPTED,
  /** The outcomes differ. */
  MISMATCHED;

  private final String wireName = name().toLowerCase(Locale.ROOT).replace('_', '-');

  /** The name in journals and metrics: {@code sampled-out}. */
  public String wireName() {
    return wireName;
  }

  /** Whether both outcomes were judged: such calls form the denominator of parity. */
  public boolean isVerdict() {
    return compareTo(TIMED_OUT) >= 0;
  }

  /** Whether such calls form the numerator of parity. */
  public boolean agrees() {
    return this == MATCHED || this == ACCEPTED;
  }
}
