package io.understudy.report.summary;

import io.understudy.report.statistics.RateRatio;

/**
 * Compares two rates of one signature: how often the control differs from itself when a call is
 * repeated, and how often the candidate differs from the control. Immutable.
 *
 * @param signature a path without indexes, and a kind
 * @param sightings the repeated calls in which the control differed from itself
 * @param repeats all repeated calls
 * @param calls the compared calls in which the candidate differed from the control
 * @param compared all compared calls
 */
public record NoiseComparison(
    String signature, long sightings, long repeats, long calls, long compared) {
  /** The fewest repeats for a finding of noise. */
  public static final long LEAST_REPEATS = 100;

  /** The fewest sightings for a finding of noise: one coincidence must not hide a fault. */
  public static final long LEAST_SIGHTINGS = 5;

  /** The upper limit of the ratio of rates must be below this for a finding of noise. */
  public static final double MOST_TIMES = 2;

  /** The result of the comparison. */
  public enum Finding {
    /** The control differs from itself as often as the candidate differs from the control. */
    NOISE,
    /** The candidate's rate is higher than the control's at 95 % confidence. */
    CANDIDATE,
    /** There are too few calls for either finding. */
    UNDECIDED
  }

  /**
   * Returns the confidence interval of the candidate's rate / the control's rate.
   *
   * @throws IllegalArgumentException where no call was repeated or compared
   */
  public RateRatio ratio() {
    return RateRatio.of(calls, compared, sightings, repeats);
  }

  /** Returns what the rates show; {@code UNDECIDED} where no call was repeated or compared. */
  public Finding finding() {
    if (repeats < 1 || compared < 1) {
      return Finding.UNDECIDED;
    }
    RateRatio ratio = ratio();
    if (ratio.isHigher()) {
      return Finding.CANDIDATE;
    }
    boolean enough = repeats >= LEAST_REPEATS && sightings >= LEAST_SIGHTINGS;
    return enough && ratio.isBelow(MOST_TIMES) ? Finding.NOISE : Finding.UNDECIDED;
  }
}
