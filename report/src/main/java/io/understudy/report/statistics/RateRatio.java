package io.understudy.report.statistics;

/**
 * The exact confidence interval of the ratio of two rates: J. Przyborowski and H. Wilenski,
 * "Homogeneity of results in testing samples from Poisson series", Biometrika 31 (1940), 313-323.
 * Given x + y sightings in total, y is binomial with a share that depends only on the ratio. {@link
 * ClopperPearson} gives the limits of that share. The interval is exact for rare sightings and
 * wider than necessary for frequent ones. Immutable.
 *
 * @param low the one-sided lower limit of the ratio at 95 % confidence
 * @param high the one-sided upper limit of the ratio at 95 % confidence; infinite where the base
 *     trials have no sighting
 */
public record RateRatio(double low, double high) {
  /**
   * Returns the interval of {@code (seen / trials) / (baseSeen / baseTrials)}.
   *
   * @param seen the sightings in the trials, 0 to {@code trials}
   * @param trials at least 1
   * @param baseSeen the sightings in the base trials, 0 to {@code baseTrials}
   * @param baseTrials at least 1
   * @throws IllegalArgumentException where a count is negative or there is no trial
   */
  public static RateRatio of(long seen, long trials, long baseSeen, long baseTrials) {
    if (trials < 1 || baseTrials < 1 || seen < 0 || baseSeen < 0) {
      throw new IllegalArgumentException(
          seen + " of " + trials + " against " + baseSeen + " of " + baseTrials);
    }
    // Sums of forged journals stay at the greatest long.
    long all = seen + baseSeen < 0 ? Long.MAX_VALUE : seen + baseSeen;
    double weight = (double) baseTrials / trials;
    double low = ClopperPearson.lowerBound(seen, all);
    // The upper limit of a share is 1 - the lower limit of the rest.
    double rest = ClopperPearson.lowerBound(baseSeen, all);
    return new RateRatio(
        low == 1 ? Double.POSITIVE_INFINITY : weight * low / (1 - low),
        rest == 0 ? Double.POSITIVE_INFINITY : weight * (1 - rest) / rest);
  }

  /** Whether the rate is higher than the base rate at 95 % confidence. */
  public boolean isHigher() {
    return low > 1;
  }

  /** Whether the rate is below {@code times} the base rate at 95 % confidence. */
  public boolean isBelow(double times) {
    return high < times;
  }
}
