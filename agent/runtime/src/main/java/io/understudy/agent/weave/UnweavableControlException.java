package io.understudy.agent.weave;

/**
 * Signals a control method that cannot be woven; the message says what was found and what to write.
 */
final class UnweavableControlException extends Exception {
  private static final long serialVersionUID = 1;

  UnweavableControlException(String message) {
    super(message, null, false, false);
  }

  /** Returns the message, which is never null. */
  String reason() {
    return String.valueOf(getMessage());
  }
}
