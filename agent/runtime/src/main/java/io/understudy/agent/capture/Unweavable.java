package io.understudy.agent.capture;

/** A control method that cannot be woven; the message says what was found and what to write. */
final class Unweavable extends Exception {
  private static final long serialVersionUID = 1;

  Unweavable(String message) {
    super(message, null, false, false);
  }

  /** The message, which is always there. */
  String reason() {
    return String.valueOf(getMessage());
  }
}
