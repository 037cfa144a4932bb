package io.understudy.agent.classfile;

/** A class file that cannot be read; the message is a clause that says why. */
public final class Unreadable extends Exception {
  private static final long serialVersionUID = 1;

  Unreadable(String reason, Throwable cause) {
    super(reason, cause, false, false);
  }

  /** The message, which is always there. */
  public String reason() {
    return String.valueOf(getMessage());
  }
}
