package io.understudy.agent.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A configuration that cannot be used, with every problem that was found in it. */
public final class ConfigException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient List<ConfigProblem> problems;
  private final ErrorPolicy onError;

  /** Refuses a configuration for {@code problems}, in the order of the file; at least one. */
  public ConfigException(List<ConfigProblem> problems, ErrorPolicy onError) {
    super(text(problems));
    this.onError = onError;
    this.problems = Collections.unmodifiableList(new ArrayList<>(problems));
  }

  /** What is wrong, in the order of the file. Unmodifiable. */
  public List<ConfigProblem> problems() {
    return problems;
  }

  /** What the user wants to happen now, as far as that could be read. */
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
