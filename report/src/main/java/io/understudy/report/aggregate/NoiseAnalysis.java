package io.understudy.report.aggregate;

import io.understudy.journal.Fate;
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

/**
 * Weighs the ways in which a call point's candidate disagrees with the control against those in
 * which the control disagrees with itself.
 */
final class NoiseAnalysis {
  private static final Pattern JOINED = Pattern.compile(" + ", Pattern.LITERAL);

  private final NoiseAccumulator noise;

  private NoiseAnalysis(NoiseAccumulator noise) {
    this.noise = noise;
  }

  /** What asking twice has shown, where anything was asked twice. */
  static PointNoise of(NoiseAccumulator noise, Books books) {
    List<ReasonCount> unrepeated = ReasonCount.ranked(noise.unrepeated().sums());
    return noise.repeated() == 0
        ? new PointNoise(0, List.of(), 0, unrepeated)
        : new NoiseAnalysis(noise).weighed(books.ended(Fate.MISMATCHED), unrepeated);
  }

  private PointNoise weighed(long mismatched, List<ReasonCount> unrepeated) {
    Set<String> known = new TreeSet<>(noise.sightings().sums().keySet());
    known.addAll(noise.calls().sums().keySet());
    // What is summed under a common name cannot be weighed.
    known.remove(CappedSums.OTHER);
    List<NoiseComparison> weighed = new ArrayList<>();
    Set<String> noisy = new HashSet<>();
    for (String signature : known) {
      NoiseComparison comparison = comparison(signature);
      weighed.add(comparison);
      // What was pushed out of the signatures has lost its count: it would look rare.
      if (comparison.finding() == NoiseComparison.Finding.NOISE && comparison.calls() > 0) {
        noisy.add(signature);
      }
    }
    weighed.sort(
        Comparator.comparingLong(NoiseComparison::calls)
            .thenComparingLong(NoiseComparison::sightings)
            .reversed()
            .thenComparing(NoiseComparison::signature));
    return new PointNoise(
        noise.repeated(), weighed, Math.min(mismatched, onlyNoise(noisy)), unrepeated);
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
      // A signature that holds the joint itself falls apart into unknown ones, and stays.
      if (noisy.containsAll(List.of(JOINED.split(together.getKey())))) {
        calls += together.getValue();
      }
    }
    return calls;
  }
}
