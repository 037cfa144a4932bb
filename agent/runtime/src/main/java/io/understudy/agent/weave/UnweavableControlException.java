package io.understudy.agent.weave;

/** A control method that cannot be woven; the message says what was found and what to write. */
final class UnweavableControlException extends Exception {
  private static final long serialVersionUID = 1;

  UnweavableControlException(String message) {
    super(message, null, false, false);
  }

  /** The message, which is always there. */
  String reason() {
    return String.valueOf(getMessage());
  }
}
