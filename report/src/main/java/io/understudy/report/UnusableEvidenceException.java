package io.understudy.report;

/** The evidence cannot be used, or the report not written; the message says what to do. */
final class UnusableEvidenceException extends Exception {
  private static final long serialVersionUID = 1;

  UnusableEvidenceException(String message) {
    super(message);
  }

  UnusableEvidenceException(String message, Throwable cause) {
    super(message, cause);
  }
}
