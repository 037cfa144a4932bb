package io.understudy.tool.command;

/** A JVM cannot be asked; the message says why, and what to do. */
final class UnreachableJvmException extends Exception {
  private static final long serialVersionUID = 1L;

  UnreachableJvmException(String message) {
    super(message);
  }
}
