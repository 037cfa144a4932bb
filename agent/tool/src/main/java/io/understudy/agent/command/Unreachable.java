package io.understudy.agent.command;

/** A JVM cannot be asked; the message says why, and what to do. */
final class Unreachable extends Exception {
  private static final long serialVersionUID = 1L;

  Unreachable(String message) {
    super(message);
  }
}
