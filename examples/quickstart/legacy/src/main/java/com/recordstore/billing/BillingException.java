package com.recordstore.billing;

/** Something went wrong in billing; the callers must deal with it. */
public class BillingException extends Exception {
  private static final long serialVersionUID = 1L;

  /** With a message for the clerk. */
  public BillingException(String message) {
    super(message);
  }

  /** Creates an exception with a message for the clerk and a cause. */
  public BillingException(String message, Throwable cause) {
    super(message, cause);
  }
}
