package io.understudy.report.render;

import io.understudy.report.render.text.Figures;
import io.understudy.report.render.text.Percent;
import io.understudy.report.statistics.RateRatio;
import io.understudy.report.summary.NoiseComparison;
import java.util.Locale;

/** The comparison of the candidate's rate with the control's own rate in words. Immutable. */
final class NoiseView {
  private final NoiseComparison noise;

  NoiseView(NoiseComparison noise) {
    this.noise = noise;
  }

  /** Returns how often the control differed from itself: {@code 2 %}. */
  String controlRate() {
    return Percent.of(noise.sightings(), noise.repeats());
  }

  /** Returns the same in calls: {@code 20 of 1,000}. */
  String controlCounts() {
    return counts(noise.sightings(), noise.repeats());
  }

  /** Returns the control's rate and calls. */
  String control() {
    return controlRate() + " (" + controlCounts() + ")";
  }

  /** Returns how often the candidate differed from the control. */
  String candidateRate() {
    return Percent.of(noise.calls(), noise.compared());
  }

  /** Returns the same in calls. */
  String candidateCounts() {
    return counts(noise.calls(), noise.compared());
  }

  /** Returns the candidate's rate and calls. */
  String candidate() {
    return candidateRate() + " (" + candidateCounts() + ")";
  }

  private static String counts(long seen, long of) {
    return Figures.count(seen) + " of " + Figures.count(of);
  }

  /** Returns the limits of the ratio of rates, each with 95 % confidence; a dash where unknown. */
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

  // Rounded for people. The finding is decided by the unrounded limits.
  private static String times(double ratio) {
    return String.format(Locale.ENGLISH, ratio >= 9.95 ? "%,.0f" : "%.2f", ratio);
  }

  /** Returns the finding in one or two words. */
  String finding() {
    return switch (noise.finding()) {
      case NOISE -> "noise";
      case CANDIDATE -> "the candidate's";
      case UNDECIDED -> "undecided";
    };
  }

  /** Returns the reason for the finding. */
  String reasoning() {
    return switch (noise.finding()) {
      case NOISE ->
          "The candidate's rate is not higher than the control's own at 95 % confidence, and is"
              + " less than twice as high.";
      case CANDIDATE ->
          noise.sightings() == 0
              ? "The control never differed from itself in this way in enough repeated calls."
              : "The candidate's rate is higher than the control's own at 95 % confidence.";
      case UNDECIDED -> undecided();
    };
  }

  private String undecided() {
    if (noise.calls() == 0) {
      return "Seen only in the control, and too rarely for a finding.";
    }
    if (noise.repeats() < NoiseComparison.LEAST_REPEATS) {
      return "Fewer than " + NoiseComparison.LEAST_REPEATS + " calls were repeated.";
    }
    if (noise.sightings() < NoiseComparison.LEAST_SIGHTINGS) {
      return "Seen in the control fewer than "
          + NoiseComparison.LEAST_SIGHTINGS
          + " times; raise noise.repeat, or wait.";
    }
    return "The candidate's rate may be twice the control's own or equal to it; raise noise.repeat,"
        + " or wait.";
  }

  /** Returns the CSS class of the colour. */
  String tone() {
    return switch (noise.finding()) {
      case NOISE -> "soft";
      case CANDIDATE -> "bad";
      case UNDECIDED -> "none";
    };
  }
}
