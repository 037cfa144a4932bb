package io.understudy.agent.config.yaml;

import io.understudy.agent.config.ConfigException;
import io.understudy.agent.config.ConfigProblem;
import io.understudy.agent.config.ErrorPolicy;
import io.understudy.agent.config.SourcePosition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects all that is wrong, so that a user mends a file once and not error by error. */
public final class ConfigProblems {
  private final List<ConfigProblem> problems = new ArrayList<>();
  private final List<ConfigProblem> warnings = new ArrayList<>();
  private ErrorPolicy onError = ErrorPolicy.DISABLE;

  /** Notes a problem with the key at {@code key}, empty where no key is meant. */
  public void add(SourcePosition where, String key, String text) {
    problems.add(new ConfigProblem(where, key, text));
  }

  /** Notes what is odd with the key at {@code key} and yet can be used. */
  public void warn(SourcePosition where, String key, String text) {
    warnings.add(new ConfigProblem(where, key, text));
  }

  /** Notes what the user wants to happen if anything is wrong. */
  public void onError(ErrorPolicy wanted) {
    onError = wanted;
  }

  /** Whether nothing is wrong. */
  public boolean isEmpty() {
    return problems.isEmpty();
  }

  /** All that is wrong, to be thrown. */
  public ConfigException asException() {
    return new ConfigException(inOrder(problems), onError);
  }

  /** All that is odd and yet can be used. */
  public List<ConfigProblem> warnings() {
    return inOrder(warnings);
  }

  /** In the order of the file, then the overrides in the order in which they were given. */
  private static List<ConfigProblem> inOrder(List<ConfigProblem> noted) {
    List<ConfigProblem> sorted = new ArrayList<>(noted);
    sorted.sort(Comparator.comparing(ConfigProblem::place, SourcePosition.FILE_ORDER));
    return sorted;
  }
}
