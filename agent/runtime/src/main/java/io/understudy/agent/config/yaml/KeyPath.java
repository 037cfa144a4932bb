package io.understudy.agent.config.yaml;

/**
 * Builds the paths by which messages name a key, {@code calls[0].compare.mode}. Elements of lists
 * count from 0. Stateless.
 */
public final class KeyPath {
  private KeyPath() {}

  /**
   * Returns the path of a key below {@code parent}; an empty key or one that starts with / is
   * quoted.
   */
  public static String child(String parent, String name) {
    if (name.isEmpty() || name.startsWith("/")) {
      return parent + "[\"" + name + "\"]";
    }
    return parent.isEmpty() ? name : parent + "." + name;
  }

  /** Returns the path of a list's element, counted from 0. */
  public static String item(String parent, int index) {
    return parent + "[" + index + "]";
  }
}
