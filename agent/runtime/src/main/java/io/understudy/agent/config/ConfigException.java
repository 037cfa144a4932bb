package io.understudy.agent.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A configuration that cannot be used, with every problem that was found in it. */
public final class ConfigException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;
  private final OnError onError;

  /** Refuses a configuration for {@code problems}, in the order of the file; at least one. */
  ConfigException(List<Problem> problems, OnError onError) {
    super(text(problems));
    this.onError = onError;
    this.problems = Collections.unmodifiableList(new ArrayList<>(problems));
  }

  /** What is wrong, in the order of the file. Unmodifiable. */
  public List<Problem> problems() {
    return problems;
  }

  /** What the user wants to happen now, as far as that could be read. */
  public OnError onError() {
    return onError;
  }

  private static String text(List<Problem> problems) {
    StringBuilder out = new StringBuilder();
    for (Problem problem : problems) {
      out.append(out.length() == 0 ? "" : System.lineSeparator()).append(problem);
    }
    return out.toString();
  }
}
