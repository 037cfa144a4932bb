package io.understudy.agent;

/** The agent's version, from the manifest of its jar. Stateless. */
final class Version {
  private Version() {}

  /**
   * Returns the version, such as {@code 0.1.0}; {@code development} if the classes do not come from
   * a jar.
   */
  static String current() {
    String version = Version.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }
}
