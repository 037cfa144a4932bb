package io.understudy.report.aggregate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The ways in which a call point's candidate differs, with what explains them. */
final class Signatures {
  /** Stands between a signature and an explanation. */
  static final String BETWEEN = " · ";

  private Signatures() {}

  /** Each signature of the call point, in the order of the alphabet. */
  static List<SignatureEvidence> of(PointKey key, PointCell cell, PointNoise noise) {
    Map<String, List<ExplanationEvidence>> explained = explained(cell);
    Map<String, NoiseEvidence> weighed = new HashMap<>();
    noise.signatures().forEach(one -> weighed.put(one.signature(), one));
    List<SignatureEvidence> all = new ArrayList<>();
    cell.signatures
        .sums()
        .forEach(
            (text, sum) ->
                all.add(
                    new SignatureEvidence(
                        key,
                        text,
                        sum.days.sum(),
                        sum.days.days(),
                        ranked(cell, text, sum.days.sum(), explained.getOrDefault(text, List.of())),
                        Optional.ofNullable(weighed.get(text)),
                        sum.examples.list())));
    return all;
  }

  private static Map<String, List<ExplanationEvidence>> explained(PointCell cell) {
    Map<String, List<ExplanationEvidence>> bySignature = new TreeMap<>();
    cell.explained
        .sums()
        .forEach(
            (text, calls) -> {
              int between = text.lastIndexOf(BETWEEN);
              if (between > 0) {
                bySignature
                    .computeIfAbsent(text.substring(0, between), s -> new ArrayList<>())
                    .add(
                        new ExplanationEvidence(
                            text.substring(between + BETWEEN.length()),
                            calls,
                            cell.deltas.sums().getOrDefault(text, Deltas.NONE)));
              }
            });
    return bySignature;
  }

  // Explanations overlap, so what is left over is the least that can be unexplained.
  private static List<ExplanationEvidence> ranked(
      PointCell cell, String signature, long calls, List<ExplanationEvidence> explained) {
    List<ExplanationEvidence> ranked = new ArrayList<>(explained);
    ranked.sort(
        Comparator.comparingLong(ExplanationEvidence::calls)
            .reversed()
            .thenComparing(ExplanationEvidence::name));
    long left = calls - explained.stream().mapToLong(ExplanationEvidence::calls).sum();
    boolean complete = !cell.explained.sums().containsKey(Capped.OTHER);
    if (left > 0 && complete) {
      Deltas deltas = cell.deltas.sums().getOrDefault(signature + BETWEEN, Deltas.NONE);
      ranked.add(new ExplanationEvidence("", left, deltas));
    }
    return ranked;
  }
}
