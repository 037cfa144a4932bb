package io.understudy.tool.check;

/** The releases of Java: 8, 11, 17 and so on. Stateless. */
public final class JvmRelease {
  private JvmRelease() {}

  /** Returns the release of the JVM that runs this code. */
  public static int ofThisJvm() {
    return of(System.getProperty("java.specification.version", "8"));
  }

  /** Returns the release of {@code java.specification.version}: 8 for 1.8, 17 for 17. */
  static int of(String specification) {
    String number = specification.startsWith("1.") ? specification.substring(2) : specification;
    return Integer.parseInt(number.trim());
  }
}
