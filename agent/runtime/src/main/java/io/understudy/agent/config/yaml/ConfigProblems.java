package io.understudy.agent.config.yaml;

import io.understudy.agent.config.ConfigException;
import io.understudy.agent.config.ConfigProblem;
import io.understudy.agent.config.ErrorPolicy;
import io.understudy.agent.config.SourcePosition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Collects all problems of a configuration, so that a user corrects the file once and not error by
 * error. Not thread-safe.
 */
public final class ConfigProblems {
  private final List<ConfigProblem> problems = new ArrayList<>();
  private final List<ConfigProblem> warnings = new ArrayList<>();
  private ErrorPolicy onError = ErrorPolicy.DISABLE;

  /** Adds a problem of a key; {@code key} is empty if the problem concerns no key. */
  public void add(SourcePosition where, String key, String text) {
    problems.add(new ConfigProblem(where, key, text));
  }

  /** Adds a warning about a key, which does not prevent the use of the configuration. */
  public void warn(SourcePosition where, String key, String text) {
    warnings.add(new ConfigProblem(where, key, text));
  }

  /** Sets the policy of the exception; the default is {@link ErrorPolicy#DISABLE}. */
  public void onError(ErrorPolicy wanted) {
    onError = wanted;
  }

  /** Whether there are no problems; warnings do not count. */
  public boolean isEmpty() {
    return problems.isEmpty();
  }

  /** Returns an exception with all problems. */
  public ConfigException asException() {
    return new ConfigException(inOrder(problems), onError);
  }

  /** Returns all warnings, in the order of the file. */
  public List<ConfigProblem> warnings() {
    return inOrder(warnings);
  }

  /** Sorts by the order of the file; overrides follow in the order of their input. */
  private static List<ConfigProblem> inOrder(List<ConfigProblem> noted) {
    List<ConfigProblem> sorted = new ArrayList<>(noted);
    sorted.sort(Comparator.comparing(ConfigProblem::place, SourcePosition.FILE_ORDER));
    return sorted;
  }
}
