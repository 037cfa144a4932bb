package io.understudy.value;

/**
 * An object could not be copied or frozen; the call that it belongs to is {@code uncaptured}.
 *
 * <p>Carries no stack trace, since it is thrown on the application's threads. The reason names
 * classes and bounds, never values.
 */
public final class Uncapturable extends Exception {
  private static final long serialVersionUID = 1;

  /**
   * Says what could not be captured.
   *
   * @param reason one clause, of few distinct texts, since it is counted: "java.io.FileInputStream
   *     can be read only once"
   */
  public Uncapturable(String reason) {
    super(reason, null, false, false);
  }

  /** The reason, one clause. */
  public String reason() {
    return String.valueOf(getMessage());
  }
}
