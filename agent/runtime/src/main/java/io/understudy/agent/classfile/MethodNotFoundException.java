package io.understudy.agent.classfile;

/** A method that a configuration names and that is not there, or not the only one. */
public final class MethodNotFoundException extends Exception {
  private static final long serialVersionUID = 1;

  MethodNotFoundException(String message) {
    super(message, null, false, false);
  }

  /** What was found and what to write. */
  public String reason() {
    return String.valueOf(getMessage());
  }
}
