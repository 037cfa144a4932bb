package io.understudy.agent.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects all that is wrong, so that a user mends a file once and not error by error. */
final class Problems {
  private final List<Where> places = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private OnError onError = OnError.DISABLE;

  /** Notes a problem with the key at {@code key}, empty where no key is meant. */
  void add(Where where, String key, String text) {
    places.add(where);
    problems.add(new Problem(where.toString(), key, text));
  }

  /** Notes what the user wants to happen if anything is wrong. */
  void onError(OnError wanted) {
    onError = wanted;
  }

  boolean none() {
    return problems.isEmpty();
  }

  /** All that is wrong, to be thrown. */
  ConfigException asException() {
    return new ConfigException(inOrder(), onError);
  }

  /** In the order of the file, then the overrides in the order in which they were given. */
  private List<Problem> inOrder() {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < places.size(); i++) {
      order.add(i);
    }
    order.sort(
        Comparator.comparingInt((Integer i) -> places.get(i).line == 0 ? 1 : 0)
            .thenComparingInt(i -> places.get(i).line)
            .thenComparingInt(i -> places.get(i).column));
    List<Problem> sorted = new ArrayList<>();
    order.forEach(i -> sorted.add(problems.get(i)));
    return sorted;
  }
}
