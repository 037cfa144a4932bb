package io.understudy.agent.classfile;

import org.jspecify.annotations.Nullable;

/** Signals a class file that cannot be read; the message is a clause with the reason. */
public final class ClassFileException extends Exception {
  private static final long serialVersionUID = 1;

  ClassFileException(String reason, @Nullable Throwable cause) {
    super(reason, cause, false, false);
  }

  /** Returns the message, which is never null. */
  public String reason() {
    return String.valueOf(getMessage());
  }
}
