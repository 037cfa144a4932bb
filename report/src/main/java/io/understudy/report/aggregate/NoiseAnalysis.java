package io.understudy.report.aggregate;

import io.understudy.journal.Fate;
import io.understudy.journal.Sums;
import io.understudy.report.summary.Books;
import io.understudy.report.summary.NoiseComparison;
import io.understudy.report.summary.PointNoise;
import io.understudy.report.summary.ReasonCount;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Compares the candidate's differences with those of the control itself, per signature. */
final class NoiseAnalysis {
  /** Stands between the signatures of one call in the journal. */
  private static final Pattern JOINT = Pattern.compile(" + ", Pattern.LITERAL);

  private final NoiseAccumulator noise;

  private NoiseAnalysis(NoiseAccumulator noise) {
    this.noise = noise;
  }

  /** Analyses the repeated calls of a call point with these books. */
  static PointNoise of(NoiseAccumulator noise, Books books) {
    List<ReasonCount> unrepeated = ReasonCount.ranked(noise.unrepeated().sums());
    return noise.repeated() == 0
        ? new PointNoise(0, List.of(), 0, unrepeated)
        : new NoiseAnalysis(noise).result(books.ended(Fate.MISMATCHED), unrepeated);
  }

  private PointNoise result(long mismatched, List<ReasonCount> unrepeated) {
    Set<String> signatures = new TreeSet<>(noise.sightings().sums().keySet());
    signatures.addAll(noise.calls().sums().keySet());
    // The common sum of other signatures has no single rate.
    signatures.remove(CappedSums.OTHER);
    List<NoiseComparison> comparisons = new ArrayList<>();
    Set<String> noisy = new HashSet<>();
    for (String signature : signatures) {
      NoiseComparison comparison = comparison(signature);
      comparisons.add(comparison);
      // A signature that moved to the common sum has no calls left and would look rare.
      if (comparison.finding() == NoiseComparison.Finding.NOISE && comparison.calls() > 0) {
        noisy.add(signature);
      }
    }
    comparisons.sort(
        Comparator.comparingLong(NoiseComparison::calls)
            .thenComparingLong(NoiseComparison::sightings)
            .reversed()
            .thenComparing(NoiseComparison::signature));
    return new PointNoise(
        noise.repeated(), comparisons, Math.min(mismatched, onlyNoise(noisy)), unrepeated);
  }

  private NoiseComparison comparison(String signature) {
    return new NoiseComparison(
        signature,
        noise.sightings().sums().getOrDefault(signature, 0L),
        noise.repeated(),
        noise.calls().sums().getOrDefault(signature, 0L),
        noise.compared());
  }

  private long onlyNoise(Set<String> noisy) {
    long calls = 0;
    for (Map.Entry<String, Long> together : noise.together().sums().entrySet()) {
      // A signature that contains the joint splits into unknown parts, so its call never counts.
      if (noisy.containsAll(List.of(JOINT.split(together.getKey())))) {
        calls = Sums.plus(calls, together.getValue());
      }
    }
    return calls;
  }
}
