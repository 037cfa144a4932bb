package io.understudy.report.aggregate;

import io.understudy.report.summary.PointKey;
import java.util.HashMap;
import java.util.Map;

/** The number of call points at which each rule has hits, by application. Immutable. */
final class RuleHits {
  private final Map<String, Map<String, Integer>> points = new HashMap<>();

  private RuleHits() {}

  static RuleHits of(Map<PointKey, PointAccumulator> all) {
    RuleHits hits = new RuleHits();
    all.forEach(
        (key, sums) ->
            sums.hits
                .sums()
                .forEach(
                    (rule, count) -> {
                      if (count > 0) {
                        hits.points
                            .computeIfAbsent(key.application(), a -> new HashMap<>())
                            .merge(rule, 1, Integer::sum);
                      }
                    }));
    return hits;
  }

  /** Whether the rule has hits at another call point of the application. */
  boolean isHitElsewhere(String rule, PointKey here, PointAccumulator sums) {
    int all = points.getOrDefault(here.application(), Map.of()).getOrDefault(rule, 0);
    int own = sums.hits.sums().getOrDefault(rule, 0L) > 0 ? 1 : 0;
    return all > own;
  }
}
