package io.understudy.report.statistics;

/**
 * The exact one-sided lower confidence limit of a proportion: C. J. Clopper and E. S. Pearson, "The
 * use of confidence or fiducial limits illustrated in the case of the binomial", Biometrika 26
 * (1934), 404-413. At the limit, the observed number of agreements or more has the probability
 * {@code 1 - confidence}.
 */
public final class ClopperPearson {
  /** The confidence of every bound in a report. */
  public static final double CONFIDENCE = 0.95;

  private ClopperPearson() {}

  /**
   * Returns the lower limit at 95 % confidence.
   *
   * @param agreed the number of trials that agreed, 0 to {@code trials}
   * @param trials the number of trials, at most 2^53
   * @return a proportion from 0 to below 1; 0 where no trial agreed
   * @throws IllegalArgumentException where {@code agreed} is not in its range
   */
  public static double lowerBound(long agreed, long trials) {
    return lowerBound(agreed, trials, CONFIDENCE);
  }

  /**
   * Returns the lower limit at a confidence.
   *
   * @param agreed the number of trials that agreed, 0 to {@code trials}
   * @param trials the number of trials, at most 2^53
   * @param confidence above 0 and below 1
   * @return a proportion from 0 to below 1; 0 where no trial agreed
   * @throws IllegalArgumentException where an argument is not in its range
   */
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
    return 1 - upperDisagreement(trials - agreed, trials, confidence);
  }

  /**
   * Returns the upper limit u of the share that disagrees: I_u(f + 1, n - f) = confidence. The
   * equation is solved for u and not for 1 - u, because the smaller number keeps more digits.
   */
  private static double upperDisagreement(long failures, long trials, double confidence) {
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
      // A Newton step where it stays inside the bracket, else bisection.
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
