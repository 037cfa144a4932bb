package io.understudy.agent.operate;

/** Thrown when an operation was not carried out; the message says why and what to do. */
public final class OperationRefusedException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Creates an exception with the reason, a text for the operator. */
  public OperationRefusedException(String message) {
    super(message);
  }

  /** The reason, a text for the operator. */
  public String reason() {
    return String.valueOf(getMessage());
  }
}
