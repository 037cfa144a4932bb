package io.understudy.agent.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects all that is wrong, so that a user mends a file once and not error by error. */
final class Problems {
  private final List<Problem> problems = new ArrayList<>();
  private final List<Problem> warnings = new ArrayList<>();
  private OnError onError = OnError.DISABLE;

  /** Notes a problem with the key at {@code key}, empty where no key is meant. */
  void add(Where where, String key, String text) {
    problems.add(new Problem(where, key, text));
  }

  /** Notes what is odd with the key at {@code key} and yet can be used. */
  void warn(Where where, String key, String text) {
    warnings.add(new Problem(where, key, text));
  }

  /** Notes what the user wants to happen if anything is wrong. */
  void onError(OnError wanted) {
    onError = wanted;
  }

  /** Whether nothing is wrong. */
  boolean isEmpty() {
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
  private static List<Problem> inOrder(List<Problem> noted) {
    List<Problem> sorted = new ArrayList<>(noted);
    sorted.sort(Comparator.comparing(Problem::place, Where.FILE_ORDER));
    return sorted;
  }
}
