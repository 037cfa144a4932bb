package io.understudy.report.statistics;

/**
 * How many times as often something is seen among some trials as among others: an exact confidence
 * interval of the ratio of the two rates, J. Przyborowski and H. Wilenski, "Homogeneity of results
 * in testing samples from Poisson series", Biometrika 31 (1940), 313-323. Given x + y sightings in
 * all, y is binomial with a share that depends on the ratio alone; the limits of that share are
 * those of {@link ClopperPearson}. Exact where sightings are rare; where they are frequent, the
 * interval is wider than it need be, so it claims less. Immutable.
 *
 * @param low the ratio is at least this, one-sided, 95 %
 * @param high the ratio is at most this, one-sided, 95 %; infinite where nothing was seen among the
 *     base trials
 */
public record RateRatio(double low, double high) {
  /**
   * The ratio of the rate {@code seen / trials} to the rate {@code baseSeen / baseTrials}.
   *
   * @param seen sightings, 0 to {@code trials}
   * @param trials at least 1
   * @param baseSeen sightings among the base trials, 0 to {@code baseTrials}
   * @param baseTrials at least 1
   */
  public static RateRatio of(long seen, long trials, long baseSeen, long baseTrials) {
    if (trials < 1 || baseTrials < 1 || seen < 0 || baseSeen < 0) {
      throw new IllegalArgumentException(
          seen + " of " + trials + " against " + baseSeen + " of " + baseTrials);
    }
    long all = seen + baseSeen;
    double weight = (double) baseTrials / trials;
    double low = ClopperPearson.lowerBound(seen, all);
    // The upper limit of a share is one minus the lower limit of the rest, so this is 1 - limit.
    double rest = ClopperPearson.lowerBound(baseSeen, all);
    return new RateRatio(
        low == 1 ? Double.POSITIVE_INFINITY : weight * low / (1 - low),
        rest == 0 ? Double.POSITIVE_INFINITY : weight * (1 - rest) / rest);
  }

  /** Whether the rate is demonstrably higher than the base rate. */
  public boolean isHigher() {
    return low > 1;
  }

  /** Whether the rate is demonstrably less than so many times the base rate. */
  public boolean isBelow(double times) {
    return high < times;
  }
}
