package io.understudy.agent.config.yaml;

/**
 * Builds the paths by which messages name a key, {@code calls[0].compare.mode}. Elements of lists
 * count from 0. Stateless.
 */
public final class KeyPath {
  /** A path repeats the keys above, so a long key would be copied with each key below it. */
  private static final int MOST_OF_A_KEY = 200;

  private KeyPath() {}

  /**
   * Returns the path of a key below {@code parent}; an empty key or one that starts with / is
   * quoted.
   */
  public static String child(String parent, String name) {
    String shown = name.length() > MOST_OF_A_KEY ? name.substring(0, MOST_OF_A_KEY) + "…" : name;
    if (name.isEmpty() || name.startsWith("/")) {
      return parent + "[\"" + shown + "\"]";
    }
    return parent.isEmpty() ? shown : parent + "." + shown;
  }

  /** Returns the path of a list's element, counted from 0. */
  public static String item(String parent, int index) {
    return parent + "[" + index + "]";
  }
}
