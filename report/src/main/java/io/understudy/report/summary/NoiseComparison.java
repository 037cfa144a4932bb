package io.understudy.report.summary;

import io.understudy.report.statistics.RateRatio;

/**
 * How often the control disagreed with itself in one way, when it was asked again with the same
 * arguments, against how often the candidate disagreed with it in that way. Immutable.
 *
 * @param signature the way: a path without indexes and a kind
 * @param sightings how many repeated calls showed it: the control against itself
 * @param repeats how many calls were repeated
 * @param calls how many compared calls showed it: the candidate against the control
 * @param compared how many calls were compared
 */
public record NoiseComparison(
    String signature, long sightings, long repeats, long calls, long compared) {
  /** Fewer repeats than this decide nothing. */
  public static final long LEAST_REPEATS = 100;

  /** Fewer sightings than this decide nothing: one coincidence must not hide a fault. */
  public static final long LEAST_SIGHTINGS = 5;

  /** Noise needs the candidate's rate to be demonstrably below so many times the control's. */
  public static final double MOST_TIMES = 2;

  /** What the two rates say. */
  public enum Finding {
    /** The control disagrees with itself as often: the candidate is not to blame. */
    NOISE,
    /** The candidate disagrees demonstrably more often than the control with itself. */
    CANDIDATE,
    /** Too little was seen to say either. */
    UNDECIDED
  }

  /** The ratio of the candidate's rate to the control's own, with its limits. */
  public RateRatio ratio() {
    return RateRatio.of(calls, compared, sightings, repeats);
  }

  /** What that says; never by one sighting. */
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
