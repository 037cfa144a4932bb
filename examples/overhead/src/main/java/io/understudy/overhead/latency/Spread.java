package io.understudy.overhead.latency;

import java.util.Collections;
import java.util.List;

/** The values of several rounds. */
record Spread(List<Double> values) {
  boolean isEmpty() {
    return values.isEmpty();
  }

  double median() {
    List<Double> sorted = values.stream().sorted().toList();
    int n = sorted.size();
    return (sorted.get((n - 1) / 2) + sorted.get(n / 2)) / 2;
  }

  double min() {
    return Collections.min(values);
  }

  double max() {
    return Collections.max(values);
  }

  boolean contains(double value) {
    return min() <= value && value <= max();
  }
}
