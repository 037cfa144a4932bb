package io.understudy.report.render.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * A linear scale from a round share at the foot to 100 % at the top, so that changes just below 100
 * % are visible. Immutable.
 */
final class ShareScale {
  private static final double[] STEPS = {1, 2, 2.5, 5};
  private static final int MOST_TICKS = 5;

  private final double foot;
  private final double step;

  private ShareScale(double foot, double step) {
    this.foot = foot;
    this.step = step;
  }

  /** Creates a scale that includes {@code least}, from 0 to 1. */
  static ShareScale downTo(double least) {
    double span = Math.max(1 - Math.max(0, Math.min(1, least)), 1e-7);
    double power = Math.pow(10, Math.floor(Math.log10(span / MOST_TICKS)));
    double step = 10 * power;
    for (int i = STEPS.length - 1; i >= 0; i--) {
      if (STEPS[i] * power * MOST_TICKS >= span * (1 - 1e-9)) {
        step = STEPS[i] * power;
      }
    }
    double foot = Math.max(0, 1 - Math.ceil(span / step - 1e-9) * step);
    return new ShareScale(foot, step);
  }

  /** Returns the position of a share: 0 at or below the foot, 1 at the top. */
  double of(double share) {
    return Math.max(0, (share - foot) / (1 - foot));
  }

  /** Returns the shares of the grid lines, from the top. */
  List<Double> ticks() {
    List<Double> ticks = new ArrayList<>();
    for (int i = 0; i <= MOST_TICKS && 1 - i * step >= foot - step * 1e-6; i++) {
      ticks.add(1 - i * step);
    }
    return ticks;
  }

  /** Formats the share of a grid line with the digits that the step needs. */
  String label(double share) {
    int digits = Math.max(0, (int) Math.ceil(-Math.log10(step * 100) - 1e-9));
    if (Math.abs(step * 100 * Math.pow(10, digits) % 1 - 0.5) < 1e-6) {
      digits++;
    }
    return String.format(java.util.Locale.ENGLISH, "%." + digits + "f %%", share * 100);
  }
}
