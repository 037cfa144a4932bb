package io.understudy.report;

/**
 * The journals cannot be used, or the report cannot be written. The message tells the user what to
 * do; the command line prints it without a stack trace.
 */
final class UnusableEvidenceException extends Exception {
  private static final long serialVersionUID = 1;

  UnusableEvidenceException(String message) {
    super(message);
  }

  UnusableEvidenceException(String message, Throwable cause) {
    super(message, cause);
  }
}
