package io.understudy.value;

/**
 * Reports that an object cannot be copied or frozen. The fate of its call is {@code uncaptured}.
 *
 * <p>Has no stack trace, because it is thrown on the application's threads. The reason names
 * classes and bounds, never values.
 */
public final class Uncapturable extends Exception {
  private static final long serialVersionUID = 1;

  /**
   * Sets the reason.
   *
   * @param reason one clause, such as "java.io.FileInputStream can be read only once"; reasons are
   *     counted by text, so there must be few different ones
   */
  public Uncapturable(String reason) {
    super(reason, null, false, false);
  }

  /** The reason: one clause without values. */
  public String reason() {
    return String.valueOf(getMessage());
  }
}
