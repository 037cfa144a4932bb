package io.understudy.agent.weave;

/** One line for the agent's log, from code that must not log. Immutable. */
public final class Notice {
  private final boolean warning;
  private final String text;

  Notice(boolean warning, String text) {
    this.warning = warning;
    this.text = text;
  }

  /** Whether an operator should act on it. */
  public boolean isWarning() {
    return warning;
  }

  /** Returns the line; it names classes, methods and call points, never values. */
  public String text() {
    return text;
  }

  @Override
  public String toString() {
    return (warning ? "WARN " : "INFO ") + text;
  }
}
