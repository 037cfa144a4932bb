package io.understudy.agent.command;

/** The command line cannot be understood; the message says why, in one clause. */
final class Usage extends Exception {
  private static final long serialVersionUID = 1L;

  Usage(String message) {
    super(message);
  }
}
