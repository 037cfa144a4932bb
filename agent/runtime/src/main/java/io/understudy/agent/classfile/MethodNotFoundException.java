package io.understudy.agent.classfile;

/** Signals that a configuration names a method that is missing or ambiguous. */
public final class MethodNotFoundException extends Exception {
  private static final long serialVersionUID = 1;

  MethodNotFoundException(String message) {
    super(message, null, false, false);
  }

  /** Returns what was found and what to write. */
  public String reason() {
    return String.valueOf(getMessage());
  }
}
