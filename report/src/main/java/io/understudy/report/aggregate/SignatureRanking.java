package io.understudy.report.aggregate;

import io.understudy.journal.Sums;
import io.understudy.report.summary.DeltaSummary;
import io.understudy.report.summary.ExplanationCount;
import io.understudy.report.summary.NoiseComparison;
import io.understudy.report.summary.PointKey;
import io.understudy.report.summary.PointNoise;
import io.understudy.report.summary.SignatureSummary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Lists the signatures of a call point with their explanations and noise. */
final class SignatureRanking {
  /** Stands between a signature and its explanation in the journal. */
  static final String BETWEEN = " · ";

  private SignatureRanking() {}

  /** Lists the signatures of a call point in alphabetical order. */
  static List<SignatureSummary> of(PointKey key, PointAccumulator point, PointNoise noise) {
    Map<String, List<ExplanationCount>> explained = explained(point);
    Map<String, NoiseComparison> comparisons = new HashMap<>();
    noise.signatures().forEach(one -> comparisons.put(one.signature(), one));
    List<SignatureSummary> all = new ArrayList<>();
    point
        .signatures
        .sums()
        .forEach(
            (text, sum) ->
                all.add(
                    new SignatureSummary(
                        key,
                        text,
                        sum.days.sum(),
                        sum.days.days(),
                        ranked(
                            point, text, sum.days.sum(), explained.getOrDefault(text, List.of())),
                        Optional.ofNullable(comparisons.get(text)),
                        sum.examples.list())));
    return all;
  }

  private static Map<String, List<ExplanationCount>> explained(PointAccumulator point) {
    Map<String, List<ExplanationCount>> bySignature = new TreeMap<>();
    point
        .explained
        .sums()
        .forEach(
            (text, calls) -> {
              int between = text.lastIndexOf(BETWEEN);
              if (between > 0) {
                bySignature
                    .computeIfAbsent(text.substring(0, between), s -> new ArrayList<>())
                    .add(
                        new ExplanationCount(
                            text.substring(between + BETWEEN.length()),
                            calls,
                            point.deltas.sums().getOrDefault(text, DeltaSummary.NONE)));
              }
            });
    return bySignature;
  }

  // One call can have several explanations, so the rest is a lower bound of the unexplained calls.
  private static List<ExplanationCount> ranked(
      PointAccumulator point, String signature, long calls, List<ExplanationCount> explained) {
    List<ExplanationCount> ranked = new ArrayList<>(explained);
    ranked.sort(
        Comparator.comparingLong(ExplanationCount::calls)
            .reversed()
            .thenComparing(ExplanationCount::name));
    long left = calls - Sums.of(explained.stream().mapToLong(ExplanationCount::calls));
    boolean complete = !point.explained.sums().containsKey(CappedSums.OTHER);
    if (left > 0 && complete) {
      DeltaSummary deltas =
          point.deltas.sums().getOrDefault(signature + BETWEEN, DeltaSummary.NONE);
      ranked.add(new ExplanationCount("", left, deltas));
    }
    return ranked;
  }
}
