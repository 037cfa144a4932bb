package io.understudy.agent.budget;

import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How often shapes of arguments occur at one call point, and which share of each is taken: rare
 * shapes are all taken, and frequent ones share the rest equally. Shapes that fall into the same
 * slot count as one.
 *
 * <p>The application's threads count without synchronisation: a lost count only makes a shape look
 * a little rarer. One thread of the agent computes the shares.
 */
final class ShapeTable {
  private static final int SLOTS = 128;

  /** How fast the measured rates follow. */
  private static final double FOLLOW = 0.2;

  /** Occurrences of a shape without a rate that are all taken in one period. */
  private static final int FIRST = 2;

  private final int[] counts = new int[SLOTS];
  private final int[] seen = new int[SLOTS];
  private final double[] rates = new double[SLOTS];
  private final float[] shares = new float[SLOTS];
  private volatile float most = 1;

  ShapeTable() {
    Arrays.fill(shares, 1);
  }

  /** Counts a call with this shape, and decides at random whether it is taken. */
  boolean takes(int shape) {
    int slot = shape % SLOTS;
    int count = ++counts[slot];
    float share = shares[slot];
    int already = count - seen[slot];
    if (share >= 1 && already > most) {
      // More than its rate has promised: a shape that has just become frequent.
      share = most / already;
    }
    return share >= 1 || ThreadLocalRandom.current().nextFloat() < share;
  }

  /**
   * Computes the shares of the next period.
   *
   * @param wanted the number of calls to take in a period
   */
  void turn(double wanted) {
    double sum = 0;
    for (int i = 0; i < SLOTS; i++) {
      int count = counts[i];
      rates[i] += FOLLOW * (count - seen[i] - rates[i]);
      seen[i] = count;
      sum += rates[i];
    }
    double level = sum <= wanted ? Double.POSITIVE_INFINITY : level(wanted);
    for (int i = 0; i < SLOTS; i++) {
      shares[i] = rates[i] <= level ? 1 : (float) (level / rates[i]);
    }
    most = (float) Math.max(FIRST, Math.min(1e9, 2 * level));
  }

  /** Returns the level at which the rates, cut off at it, sum up to what is wanted. */
  private double level(double wanted) {
    double[] sorted = rates.clone();
    Arrays.sort(sorted);
    double left = wanted;
    for (int i = 0; i < SLOTS; i++) {
      double equal = left / (SLOTS - i);
      if (sorted[i] > equal) {
        return equal;
      }
      left -= sorted[i];
    }
    return Double.POSITIVE_INFINITY;
  }
}
