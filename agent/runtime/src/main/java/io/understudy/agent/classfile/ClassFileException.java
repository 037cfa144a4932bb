package io.understudy.agent.classfile;

/** A class file that cannot be read; the message is a clause that says why. */
public final class ClassFileException extends Exception {
  private static final long serialVersionUID = 1;

  ClassFileException(String reason, Throwable cause) {
    super(reason, cause, false, false);
  }

  /** The message, which is always there. */
  public String reason() {
    return String.valueOf(getMessage());
  }
}
