package io.understudy.overhead.latency;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/** The figures of all runs. */
final class Results {
  private final Map<Key, Map<Integer, Figures>> rounds = new HashMap<>();

  void add(int round, Trial trial, List<Figures> figures) {
    for (int i = 0; i < figures.size(); i++) {
      Key key = new Key(trial.variant(), trial.isCold(), trial.loads().get(i));
      rounds.computeIfAbsent(key, k -> new TreeMap<>()).put(round, figures.get(i));
    }
  }

  /** The figures of a variant by round; empty if it did not run. */
  Map<Integer, Figures> of(Variant variant, boolean isCold, int load) {
    return rounds.getOrDefault(new Key(variant, isCold, load), Map.of());
  }

  /** The values of a figure in all rounds. */
  Spread values(
      Variant variant, boolean isCold, int load, ToDoubleFunction<? super Figures> figure) {
    return new Spread(
        of(variant, isCold, load).values().stream().map(figure::applyAsDouble).toList());
  }

  /** The ratios of a figure to the one without an agent in the same round. */
  Spread ratios(
      Variant variant, boolean isCold, int load, ToDoubleFunction<? super Figures> figure) {
    Map<Integer, Figures> bare = of(Variant.NO_AGENT, isCold, load);
    List<Double> ratios = new ArrayList<>();
    of(variant, isCold, load)
        .forEach(
            (round, own) -> {
              Figures reference = bare.get(round);
              if (reference != null) {
                ratios.add(figure.applyAsDouble(own) / figure.applyAsDouble(reference));
              }
            });
    return new Spread(ratios);
  }

  private record Key(Variant variant, boolean isCold, int load) {}
}
