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
  /** More problems are counted only: a reader corrects the first ones. */
  static final int MOST_SHOWN = 50;

  private static final int MANY = 1_000;
  private static final int MOST_OF_A_TEXT = 4_000;

  private final List<ConfigProblem> problems = new ArrayList<>();
  private final List<ConfigProblem> warnings = new ArrayList<>();
  private ErrorPolicy onError = ErrorPolicy.DISABLE;

  /** Adds a problem of a key; {@code key} is empty if the problem concerns no key. */
  public void add(SourcePosition where, String key, String text) {
    String shown = text.length() > MOST_OF_A_TEXT ? text.substring(0, MOST_OF_A_TEXT) + "…" : text;
    problems.add(new ConfigProblem(where, key, shown));
  }

  /** Adds a warning about a key, which does not prevent the use of the configuration. */
  public void warn(SourcePosition where, String key, String text) {
    warnings.add(new ConfigProblem(where, key, text));
  }

  /** Adds all problems and warnings of another list. */
  public void addAll(ConfigProblems others) {
    problems.addAll(others.problems);
    warnings.addAll(others.warnings);
  }

  /** Sets the policy of the exception; the default is {@link ErrorPolicy#DISABLE}. */
  public void onError(ErrorPolicy wanted) {
    onError = wanted;
  }

  /** Whether there are no problems; warnings do not count. */
  public boolean isEmpty() {
    return problems.isEmpty();
  }

  /**
   * Whether there are so many problems that hints need not be searched for further ones. Java 8
   * only interprets code before {@code main}, so that to search 60,000 hints takes a minute.
   */
  public boolean areMany() {
    return problems.size() >= MANY;
  }

  /** Returns an exception with the first {@value #MOST_SHOWN} problems and the number of others. */
  public ConfigException asException() {
    List<ConfigProblem> shown = inOrder(problems);
    if (shown.size() > MOST_SHOWN) {
      int more = shown.size() - MOST_SHOWN;
      ConfigProblem last = shown.get(MOST_SHOWN);
      shown = new ArrayList<>(shown.subList(0, MOST_SHOWN));
      shown.add(new ConfigProblem(last.place(), "", "and " + more + " more problems from here on"));
    }
    return new ConfigException(shown, onError);
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
