package io.understudy.report.statistics;

/**
 * The exact lower confidence limit of a proportion: C. J. Clopper and E. S. Pearson, "The use of
 * confidence or fiducial limits illustrated in the case of the binomial", Biometrika 26 (1934),
 * 404-413; one-sided. It is the proportion at which so many agreements or more would be seen with
 * probability {@code 1 - confidence} only.
 */
public final class ClopperPearson {
  /** The confidence of every bound in a report. */
  public static final double CONFIDENCE = 0.95;

  private ClopperPearson() {}

  /**
   * The one-sided lower limit at 95 %.
   *
   * @param agreed how many of the trials agreed, 0 to {@code trials}
   * @param trials how many there were, at most 2^53
   * @return a proportion from 0 to below 1; 0 where nothing agreed or nothing was tried
   */
  public static double lowerBound(long agreed, long trials) {
    return lowerBound(agreed, trials, CONFIDENCE);
  }

  /** The one-sided lower limit at a confidence between 0 and 1, exclusive. */
  public static double lowerBound(long agreed, long trials, double confidence) {
    if (agreed < 0 || agreed > trials) {
      throw new IllegalArgumentException(agreed + " agreed of " + trials);
    }
    if (!(confidence > 0 && confidence < 1)) {
      throw new IllegalArgumentException("confidence " + confidence + ", expected 0 < c < 1");
    }
    if (agreed == 0) {
      return 0;
    }
    if (agreed == trials) {
      return Math.exp(Math.log1p(-confidence) / trials);
    }
    return 1 - mostDisagreement(trials - agreed, trials, confidence);
  }

  /**
   * The upper limit of the share that disagrees: u with I_u(f + 1, n - f) = confidence. It is
   * solved for u rather than 1 - u, since u is the small one and keeps its digits.
   */
  private static double mostDisagreement(long failures, long trials, double confidence) {
    double a = failures + 1.0;
    double b = trials - failures;
    double low = (double) failures / trials;
    double high = 1;
    double u = Math.min(a / trials + Math.sqrt(a) / trials, (low + high) / 2);
    for (int i = 0; i < 200 && high - low > Math.ulp(high); i++) {
      double excess = IncompleteBeta.regularised(u, a, b) - confidence;
      if (excess > 0) {
        high = u;
      } else {
        low = u;
      }
      // Newton where it stays inside the bracket, else bisection.
      double next = u - excess / IncompleteBeta.density(u, a, b);
      if (!(next > low && next < high)) {
        next = low + (high - low) / 2;
      }
      if (next == u) {
        break;
      }
      u = next;
    }
    return u;
  }
}
