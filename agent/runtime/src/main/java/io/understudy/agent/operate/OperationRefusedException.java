package io.understudy.agent.operate;

/** What was asked for was not done; the message says why, and what to do. */
public final class OperationRefusedException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Refuses, with the reason for the operator. */
  public OperationRefusedException(String message) {
    super(message);
  }

  /** The reason. */
  public String reason() {
    return String.valueOf(getMessage());
  }
}
