package io.understudy.agent;

/** The agent's version, as its jar's manifest tells it. */
final class Version {
  private Version() {}

  /** Such as {@code 0.1.0}; {@code development} where the classes come from no jar. */
  static String current() {
    String version = Version.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }
}
