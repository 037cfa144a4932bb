package io.understudy.report.aggregate;

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

/** The ways in which a call point's candidate differs, with what explains them. */
final class SignatureRanking {
  /** Stands between a signature and an explanation. */
  static final String BETWEEN = " · ";

  private SignatureRanking() {}

  /** Each signature of the call point, in the order of the alphabet. */
  static List<SignatureSummary> of(PointKey key, PointAccumulator cell, PointNoise noise) {
    Map<String, List<ExplanationCount>> explained = explained(cell);
    Map<String, NoiseComparison> weighed = new HashMap<>();
    noise.signatures().forEach(one -> weighed.put(one.signature(), one));
    List<SignatureSummary> all = new ArrayList<>();
    cell.signatures
        .sums()
        .forEach(
            (text, sum) ->
                all.add(
                    new SignatureSummary(
                        key,
                        text,
                        sum.days.sum(),
                        sum.days.days(),
                        ranked(cell, text, sum.days.sum(), explained.getOrDefault(text, List.of())),
                        Optional.ofNullable(weighed.get(text)),
                        sum.examples.list())));
    return all;
  }

  private static Map<String, List<ExplanationCount>> explained(PointAccumulator cell) {
    Map<String, List<ExplanationCount>> bySignature = new TreeMap<>();
    cell.explained
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
                            cell.deltas.sums().getOrDefault(text, DeltaSummary.NONE)));
              }
            });
    return bySignature;
  }

  // Explanations overlap, so what is left over is the least that can be unexplained.
  private static List<ExplanationCount> ranked(
      PointAccumulator cell, String signature, long calls, List<ExplanationCount> explained) {
    List<ExplanationCount> ranked = new ArrayList<>(explained);
    ranked.sort(
        Comparator.comparingLong(ExplanationCount::calls)
            .reversed()
            .thenComparing(ExplanationCount::name));
    long left = calls - explained.stream().mapToLong(ExplanationCount::calls).sum();
    boolean complete = !cell.explained.sums().containsKey(CappedSums.OTHER);
    if (left > 0 && complete) {
      DeltaSummary deltas = cell.deltas.sums().getOrDefault(signature + BETWEEN, DeltaSummary.NONE);
      ranked.add(new ExplanationCount("", left, deltas));
    }
    return ranked;
  }
}
