package io.understudy.report.render;

import io.understudy.report.render.text.Figures;
import io.understudy.report.render.text.Percent;
import io.understudy.report.statistics.RateRatio;
import io.understudy.report.summary.NoiseComparison;
import java.util.Locale;

/** How the candidate's disagreements compare with the control's own, in words. Immutable. */
final class NoiseView {
  private final NoiseComparison noise;

  NoiseView(NoiseComparison noise) {
    this.noise = noise;
  }

  /** How often the control disagreed with itself: {@code 2 %}. */
  String controlRate() {
    return Percent.of(noise.sightings(), noise.repeats());
  }

  /** The same in calls: {@code 20 of 1,000}. */
  String controlCounts() {
    return counts(noise.sightings(), noise.repeats());
  }

  /** Both. */
  String control() {
    return controlRate() + " (" + controlCounts() + ")";
  }

  /** How often the candidate disagreed with the control. */
  String candidateRate() {
    return Percent.of(noise.calls(), noise.compared());
  }

  /** The same in calls. */
  String candidateCounts() {
    return counts(noise.calls(), noise.compared());
  }

  /** Both. */
  String candidate() {
    return candidateRate() + " (" + candidateCounts() + ")";
  }

  private static String counts(long seen, long of) {
    return Figures.count(seen) + " of " + Figures.count(of);
  }

  /** How many times as often the candidate disagrees, with 95 % confidence on each side. */
  String times() {
    if (noise.compared() == 0 || noise.repeats() == 0) {
      return "–";
    }
    RateRatio ratio = noise.ratio();
    if (Double.isInfinite(ratio.high())) {
      return ratio.low() == 0 ? "–" : "at least " + times(ratio.low());
    }
    return times(ratio.low()) + " to " + times(ratio.high());
  }

  // Two figures; the bounds are rounded outwards only in what they decide, which is done unrounded.
  private static String times(double ratio) {
    return String.format(Locale.ENGLISH, ratio >= 9.95 ? "%,.0f" : "%.2f", ratio);
  }

  /** One word. */
  String finding() {
    return switch (noise.finding()) {
      case NOISE -> "noise";
      case CANDIDATE -> "the candidate's";
      case UNDECIDED -> "undecided";
    };
  }

  /** Why. */
  String reasoning() {
    return switch (noise.finding()) {
      case NOISE ->
          "The candidate does not disagree demonstrably more often than the control does with"
              + " itself, and less than twice as often.";
      case CANDIDATE ->
          noise.sightings() == 0
              ? "The control never disagreed with itself in this way, often as it was asked."
              : "The candidate disagrees demonstrably more often than the control does with itself.";
      case UNDECIDED -> undecided();
    };
  }

  private String undecided() {
    if (noise.calls() == 0) {
      return "Seen in the control alone, and too rarely to count.";
    }
    if (noise.repeats() < NoiseComparison.LEAST_REPEATS) {
      return "Fewer than " + NoiseComparison.LEAST_REPEATS + " calls were repeated.";
    }
    if (noise.sightings() < NoiseComparison.LEAST_SIGHTINGS) {
      return "Seen in the control fewer than "
          + NoiseComparison.LEAST_SIGHTINGS
          + " times; raise noise.repeat, or wait.";
    }
    return "Not demonstrably more often than the control with itself, but perhaps twice as often;"
        + " raise noise.repeat, or wait.";
  }

  /** The class of its colour. */
  String tone() {
    return switch (noise.finding()) {
      case NOISE -> "soft";
      case CANDIDATE -> "bad";
      case UNDECIDED -> "none";
    };
  }
}
