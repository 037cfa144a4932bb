package io.understudy.agent.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects all that is wrong, so that a user mends a file once and not error by error. */
final class Problems {
  private final List<Placed<Problem>> problems = new ArrayList<>();
  private final List<Placed<Problem>> warnings = new ArrayList<>();
  private OnError onError = OnError.DISABLE;

  /** Notes a problem with the key at {@code key}, empty where no key is meant. */
  void add(Where where, String key, String text) {
    problems.add(new Placed<>(new Problem(where.toString(), key, text), where, key));
  }

  /** Notes what is odd with the key at {@code key} and yet can be used. */
  void warn(Where where, String key, String text) {
    warnings.add(new Placed<>(new Problem(where.toString(), key, text), where, key));
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
    return new ConfigException(inOrder(problems), onError);
  }

  /** All that is odd and yet can be used. */
  List<Problem> warnings() {
    return inOrder(warnings);
  }

  /** In the order of the file, then the overrides in the order in which they were given. */
  private static List<Problem> inOrder(List<Placed<Problem>> noted) {
    List<Placed<Problem>> order = new ArrayList<>(noted);
    order.sort(
        Comparator.comparingInt((Placed<Problem> p) -> p.where.line == 0 ? 1 : 0)
            .thenComparingInt(p -> p.where.line)
            .thenComparingInt(p -> p.where.column));
    List<Problem> sorted = new ArrayList<>();
    order.forEach(placed -> sorted.add(placed.value));
    return sorted;
  }
}
