package io.understudy.agent.isolated;

/** The version of the running Java. Stateless. */
final class JavaVersion {
  private JavaVersion() {}

  /** Returns the feature version: 8, 11, 17. */
  static int feature() {
    String text = System.getProperty("java.specification.version", "1.8");
    String feature = text.startsWith("1.") ? text.substring(2) : text;
    try {
      return Integer.parseInt(feature);
    } catch (NumberFormatException changed) {
      // A property that the application has set.
      return 8;
    }
  }
}
