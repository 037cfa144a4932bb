package io.understudy.agent.config;

/** One problem of a configuration: its place, its key, what is wrong and what to do. Immutable. */
public final class ConfigProblem {
  private final SourcePosition where;
  private final String key;
  private final String text;

  /**
   * Creates a problem.
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

  /** The place, by which problems are sorted. */
  public SourcePosition place() {
    return where;
  }

  /** {@code file:line:column}, with lines and columns from 1, or the text of the override. */
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

  /** One line in the form of a compiler's message. */
  @Override
  public String toString() {
    return where + ": " + (key.isEmpty() ? "" : key + ": ") + text;
  }
}
