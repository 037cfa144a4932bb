package io.understudy.agent.budget;

import java.util.Arrays;
import java.util.Comparator;

/**
 * Divides a capacity among several demands by weighted max-min fairness: a demand below its equal
 * share is met, and what it leaves is divided among the others (progressive filling, see Bertsekas
 * and Gallager, Data Networks, section 6.5.2). Stateless.
 */
final class FairShares {
  private FairShares() {}

  /**
   * Returns the level: each demand gets the smaller of itself and its weight times the level.
   *
   * @param demands what each wants, at least 0
   * @param weights above 0
   * @param capacity what there is, at least 0
   * @return positive infinity if all demands can be met
   */
  static double level(double[] demands, double[] weights, double capacity) {
    Integer[] order = new Integer[demands.length];
    double weight = 0;
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
      weight += weights[i];
    }
    Arrays.sort(order, Comparator.comparingDouble(i -> demands[i] / weights[i]));
    double left = capacity;
    for (int i : order) {
      double level = left / weight;
      if (demands[i] > weights[i] * level) {
        return level;
      }
      left -= demands[i];
      weight -= weights[i];
    }
    return Double.POSITIVE_INFINITY;
  }
}
