package io.understudy.agent.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Thrown when a configuration cannot be used; lists every problem that was found in it. */
public final class ConfigException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient List<ConfigProblem> problems;
  private final ErrorPolicy onError;

  /** Creates an exception with at least one problem, in the order of the file. */
  public ConfigException(List<ConfigProblem> problems, ErrorPolicy onError) {
    super(text(problems));
    this.onError = onError;
    this.problems = Collections.unmodifiableList(new ArrayList<>(problems));
  }

  /** The problems, in the order of the file. Unmodifiable. */
  public List<ConfigProblem> problems() {
    return problems;
  }

  /** The value of {@code on-error}; its default if it could not be read. */
  public ErrorPolicy onError() {
    return onError;
  }

  private static String text(List<ConfigProblem> problems) {
    StringBuilder out = new StringBuilder();
    for (ConfigProblem problem : problems) {
      out.append(out.length() == 0 ? "" : System.lineSeparator()).append(problem);
    }
    return out.toString();
  }
}
