package io.understudy.agent.config.yaml;

/**
 * How messages name a key: by its path from the root, {@code calls[0].compare.mode}. Elements of
 * lists count from 0. Stateless.
 */
public final class KeyPath {
  private KeyPath() {}

  /** The path of a key below {@code parent}; one that looks like a path of values is quoted. */
  public static String child(String parent, String name) {
    if (name.isEmpty() || name.startsWith("/")) {
      return parent + "[\"" + name + "\"]";
    }
    return parent.isEmpty() ? name : parent + "." + name;
  }

  /** The path of a list's element, counted from 0. */
  public static String item(String parent, int index) {
    return parent + "[" + index + "]";
  }
}
