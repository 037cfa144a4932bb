package io.understudy.agent.config;

/** One thing that is wrong with a configuration: where, which key, what, and what to do. */
public final class ConfigProblem {
  private final SourcePosition where;
  private final String key;
  private final String text;

  /**
   * States a problem.
   *
   * @param where the place in the file, or the override
   * @param key path of the key, {@code calls[0].compare.mode}; empty where no key is meant
   * @param text what is wrong, what was expected, what to do
   */
  public ConfigProblem(SourcePosition where, String key, String text) {
    this.where = where;
    this.key = key;
    this.text = text;
  }

  /** The place itself, by which problems are sorted. */
  public SourcePosition place() {
    return where;
  }

  /** {@code file:line:column}, lines and columns from 1, or the override that was given. */
  public String where() {
    return where.toString();
  }

  /** The key's path; empty where no key is meant. */
  public String key() {
    return key;
  }

  /** What is wrong, what was expected, what to do. */
  public String text() {
    return text;
  }

  /** One line, as a compiler prints it. */
  @Override
  public String toString() {
    return where + ": " + (key.isEmpty() ? "" : key + ": ") + text;
  }
}
