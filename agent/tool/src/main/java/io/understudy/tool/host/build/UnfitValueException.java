package io.understudy.tool.host.build;

/**
 * Thrown when a value does not fit a parameter exactly. The message names the path, the wanted and
 * the found type, and holds no value.
 */
public final class UnfitValueException extends Exception {
  private static final long serialVersionUID = 1;

  /** Creates an exception. */
  UnfitValueException(String path, String wanted, String found) {
    super(path + ": wanted " + wanted + ", found " + found, null, false, false);
  }

  /** The reason: one clause. */
  public String reason() {
    return String.valueOf(getMessage());
  }
}
