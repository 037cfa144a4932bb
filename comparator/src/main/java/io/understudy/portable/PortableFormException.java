package io.understudy.portable;

/**
 * Thrown when a value has no portable form, or when bytes are not one. The message is one clause
 * that names classes and bounds, never values.
 */
public final class PortableFormException extends Exception {
  private static final long serialVersionUID = 1;

  /** Creates an exception with its reason. */
  public PortableFormException(String reason) {
    super(reason, null, false, false);
  }

  /** The reason: one clause without values. */
  public String reason() {
    return String.valueOf(getMessage());
  }
}
