package io.understudy.tool.command;

/** Thrown when a JVM cannot be reached; the message gives the reason and a remedy. */
final class UnreachableJvmException extends Exception {
  private static final long serialVersionUID = 1L;

  UnreachableJvmException(String message) {
    super(message);
  }
}
